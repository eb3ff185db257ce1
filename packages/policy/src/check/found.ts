import type { Path } from '../path.ts'
import type { Finding, FindingCode } from './findings.ts'

/** A finding about a part of a policy. */
export function found(code: FindingCode, path: Path, message: string): Finding {
  return { code, at: path.join('.'), path, message }
}
