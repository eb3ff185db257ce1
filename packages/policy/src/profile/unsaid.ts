import type { Finding } from '../check/findings.ts'
import { found } from '../check/found.ts'
import type { Policy } from '../policy.ts'
import type { Statement } from '../statement.ts'

/**
 * Statements that say a part is what says them, and there is no such part: neither in the file nor among the system's own.
 * A single section can be named where the file leaves it out: that it does may be what is to be told.
 */
export function unsaid(
  statements: readonly (readonly [index: number, statement: Statement])[],
  policy: Policy,
  file: object,
): Finding[] {
  return statements.flatMap(([index, { by }]) =>
    by.flatMap((part, position) => {
      if (singles.has(part) || [file, policy].some((whole) => holds(whole, part))) return []
      return [found('reference.broken', ['statements', index, 'by', position], `There is no ${part}.`)]
    }),
  )
}

/** Single sections, which a file can leave out. */
const singles: ReadonlySet<string> = new Set(['controller', 'effective', 'notices', 'regions', 'signals', 'timeZone'])

function holds(whole: object, part: string): boolean {
  const [section = '', ...rest] = part.split('.')
  return rest.length === 0 ? has(whole, section) : has(own(whole, section), rest.join('.'))
}

function own(value: unknown, name: string): unknown {
  return has(value, name) ? Reflect.get(value, name) : undefined
}

function has(value: unknown, name: string): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
}
