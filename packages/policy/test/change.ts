import type { Policy } from '../src/policy.ts'
import type { Path } from '../src/path.ts'

/** Something else at one place of a policy: `['processings', 'log', 'title']` and what stands there then. */
export type Change = readonly [path: Path, value: unknown]

/** The policy with other values at some places, as no compiler has seen it; `undefined` takes a place away. */
export function changed(policy: Policy, ...changes: readonly Change[]): Policy {
  return changes.reduce((before, [path, value]) => set(before, path, value) as Policy, policy)
}

function set(within: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value
  if (Array.isArray(within)) return within.map((item, index) => (index === first ? set(item, rest, value) : item))
  const entries = Object.entries(within ?? {})
  const held = entries.find(([name]) => name === first)?.[1]
  const next = rest.length === 0 ? value : set(held, rest, value)
  const others = entries.filter(([name]) => name !== first)
  return Object.fromEntries(next === undefined ? others : [...others, [first, next]])
}
