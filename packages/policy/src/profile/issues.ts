import type { core } from 'zod'
import type { Finding, FindingCode } from '../check/findings.ts'
import { found } from '../check/found.ts'
import type { Path } from '../path.ts'

/** Where something is missing or wrong, and what that means. `*` is any name. */
const meanings: readonly [pattern: string, code: FindingCode][] = [
  ['controller', 'controller.identity.missing'],
  ['controller.name', 'controller.identity.missing'],
  ['controller.address', 'controller.identity.missing'],
  ['controller.country', 'controller.identity.missing'],
  ['controller.email', 'controller.identity.missing'],
  ['controller.privacyContact', 'controller.identity.missing'],
  ['effective', 'policy.version.missing'],
  ['categories.*.provision', 'provision.missing'],
  ['categories.*.provision.*', 'provision.missing'],
  ['consents.*.asked', 'consent.implied'],
  ['processings.*.basis', 'basis.missing'],
  ['processings.*.basis.article', 'basis.missing'],
  ['processings.*.basis.interest', 'basis.interest.missing'],
  ['processings.*.basis.balance', 'basis.interest.missing'],
  ['processings.*.basis.objection', 'basis.interest.missing'],
  ['processings.*.retention', 'retention.missing'],
  ['processings.*.retention.keep', 'retention.malformed'],
  ['processings.*.retention.cap', 'retention.unbounded'],
  ['processings.*.retention.cap.*', 'retention.unbounded'],
  ['storage.*.lifetime', 'cookie.lifetime.missing'],
]

/** What an issue of the schema is called here; `at` is the part's own place. */
export function toFinding(issue: core.$ZodIssue, at: Path): Finding {
  const path = [...at, ...issue.path.filter((part) => typeof part !== 'symbol')]
  if (issue.code === 'unrecognized_keys') {
    return found(
      'schema.unknown-key',
      [...path, issue.keys[0] ?? ''],
      `The language has no ${issue.keys.join(', ')} here.`,
    )
  }
  return found(codeOf(issue, path), path, messageOf(issue, path))
}

function codeOf(issue: core.$ZodIssue, path: Path): FindingCode {
  const given = issue.code === 'custom' ? issue.params?.['finding'] : undefined
  const named = typeof given === 'string' ? (given as FindingCode) : undefined
  // A duration that can't be read is one thing; where it has to be and isn't, the place says what is lacking.
  const meaning = meanings.find(([pattern]) => matches(pattern, path))?.[1]
  if (named === 'retention.malformed') return meaning ?? named
  return named ?? meaning ?? 'schema.invalid'
}

function messageOf(issue: core.$ZodIssue, path: Path): string {
  return `${path.join('.')}: ${issue.message}`
}

function matches(pattern: string, path: Path): boolean {
  const parts = pattern.split('.')
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === String(path[index]))
}
