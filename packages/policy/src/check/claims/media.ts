import type { Claim } from '../../claim.ts'
import type { Policy } from '../../policy.ts'
import { categoriesOf } from './concerned.ts'

/** A way of picture and sound, in rooms that the claim is about, on which somebody can read them. */
export function whyNotEndToEnd(policy: Policy, { people, about = [] }: Pick<Claim, 'people' | 'about'>): string | null {
  const media = policy.media ?? {}
  // A claim about some ways is one about the rooms that they are taken in.
  const named = about.flatMap((name) => (Object.hasOwn(media, name) ? [media[name]?.most ?? Infinity] : []))
  const most = people ?? (named.length === 0 ? Infinity : Math.max(...named))
  const path = Object.values(media).find(({ way, fewest = 1 }) => way === 'router-decrypts' && fewest <= most)
  return path === undefined ? null : `a router decrypts picture and sound ${path.when.en.replace(/\.$/, '')}`
}

/** Shared keys of picture and sound as they pass, and of what is kept of them. */
const live = /^(?:media\.live|call\.media)\b/
const kept = /^recording\b/

/** Picture and sound that are kept beyond passing them on. */
export function whyStored(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  return whyKept(policy, about ?? keysLike(policy, new RegExp(`${live.source}|${kept.source}`)))
}

export function whyRecorded(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  return whyKept(policy, about ?? keysLike(policy, new RegExp(`${live.source}|${kept.source}`)))
}

function whyKept(policy: Policy, about: readonly string[]): string | null {
  const categories = new Set(categoriesOf(policy, about))
  const processing = Object.entries(policy.processings).find(
    ([, { categories: its, retention }]) =>
      (retention.held === 'database' || retention.held === 'elsewhere') && its.some((key) => categories.has(key)),
  )
  if (processing !== undefined) return `${processing[0]} keeps it (${processing[1].retention.held})`
  const table = Object.entries(policy.columns).find(([, columns]) =>
    Object.values(columns).some((binding) => 'holds' in binding && categories.has(binding.holds)),
  )
  return table === undefined ? null : `the table ${table[0]} has it`
}

/** Content that the provider can read: on the way, or where it is kept in plain. */
export function whyAccess(policy: Policy, claim: Pick<Claim, 'about' | 'people'>): string | null {
  const about = claim.about ?? keysLike(policy, new RegExp(`${live.source}|${kept.source}`))
  const isAboutMedia = about.some((key) => live.test(key))
  const reason = isAboutMedia ? whyNotEndToEnd(policy, claim) : null
  if (reason !== null) return reason
  const categories = new Set(categoriesOf(policy, about))
  const plain = Object.entries(policy.columns).find(([, columns]) =>
    Object.values(columns).some(
      (binding) => 'holds' in binding && categories.has(binding.holds) && binding.store !== 'sealed',
    ),
  )
  return plain === undefined ? null : `the table ${plain[0]} has it unsealed`
}

function keysLike(policy: Policy, pattern: RegExp): string[] {
  return Object.keys(policy.categories).filter((key) => pattern.test(key))
}
