import type { Claim } from '../../claim.ts'
import type { Policy } from '../../policy.ts'
import { whyNotAnonymous } from '../anonymity.ts'

/** What a claim of anonymity is about and isn't anonymous: categories, storage keys, and what recipients get. */
export function whyNotAnonymousClaim(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  const names = about ?? [...Object.keys(policy.categories), ...Object.keys(policy.storage)]
  for (const name of names) {
    const key = policy.storage[name]
    if (key?.uniqueId === true) return `${name} gives everybody a number of their own`
    const categories = key === undefined ? gottenBy(policy, name) : [key.holds]
    for (const category of categories) {
      const reason = whyNotAnonymous(policy, category)
      if (reason !== null) return reason
    }
  }
  return null
}

/** The categories that a recipient gets; the category itself, where the name is none of a recipient. */
function gottenBy(policy: Policy, name: string): readonly string[] {
  const recipient = policy.recipients[name]
  if (recipient === undefined) return [name]
  const used = Object.values(policy.processings)
    .filter(({ recipients }) => recipients !== 'nobody' && recipients.includes(name))
    .flatMap(({ categories }) => categories)
  return [...(recipient.receives ?? []), ...used]
}
