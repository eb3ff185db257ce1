import type { Policy } from '../../policy.ts'
import type { Recipient } from '../../recipient.ts'

/** Recipients that get data of these categories, or under these names, with those they pass it on to; all, without names. */
export function recipientsOf(policy: Policy, about?: readonly string[]): [string, Recipient][] {
  const all = Object.entries(policy.recipients)
  if (about === undefined) return all
  const named = new Set(about)
  const used = Object.values(policy.processings)
    .filter(({ categories }) => categories.some((category) => named.has(category)))
    .flatMap(({ recipients }) => (recipients === 'nobody' ? [] : recipients))
  const stored = Object.entries(policy.storage)
    .filter(([name, { holds }]) => named.has(name) || named.has(holds))
    .flatMap(([, { party }]) => (party === undefined ? [] : [party]))
  const receiving = all
    .filter(([key, { receives = [] }]) => named.has(key) || receives.some((category) => named.has(category)))
    .map(([key]) => key)
  const concerned = withSubProcessors(policy, [...used, ...stored, ...receiving])
  return all.filter(([key]) => concerned.has(key))
}

function withSubProcessors(policy: Policy, keys: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...keys]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    open.push(...(policy.recipients[key]?.subProcessors ?? []))
  }
  return reached
}

/** Categories by these names, and those that storage keys of these names hold; all, without names. */
export function categoriesOf(policy: Policy, about?: readonly string[]): string[] {
  if (about === undefined) return Object.keys(policy.categories)
  const held = about.flatMap((name) => policy.storage[name]?.holds ?? [])
  return Object.keys(policy.categories).filter((key) => about.includes(key) || held.includes(key))
}
