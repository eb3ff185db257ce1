import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'

/**
 * The policy without the parts that paths lead into, in one go: a file can have as many mistakes as lines. A path that
 * leads into none of a profile's parts changes nothing.
 */
export function withoutParts(policy: Policy, paths: readonly Path[]): Policy {
  const keys = new Map<string, Set<string>>()
  for (const [section, key] of paths) {
    if (typeof section !== 'string' || key === undefined) continue
    const known = keys.get(section)
    if (known === undefined) keys.set(section, new Set([String(key)]))
    else known.add(String(key))
  }
  return [...keys].reduce((rest, [section, left]) => withoutKeys(rest, section, left), policy)
}

function withoutKeys(policy: Policy, section: string, keys: ReadonlySet<string>): Policy {
  if (section === 'controller') return { ...policy, controller: null }
  if (section === 'regions' || section === 'notices' || section === 'signals')
    return { ...policy, [section]: undefined }
  const held: unknown = Object.entries(policy).find(([name]) => name === section)?.[1]
  if (Array.isArray(held)) return { ...policy, [section]: held.filter((_, index) => !keys.has(String(index))) }
  if (typeof held !== 'object' || held === null) return policy
  return { ...policy, [section]: Object.fromEntries(Object.entries(held).filter(([name]) => !keys.has(name))) }
}
