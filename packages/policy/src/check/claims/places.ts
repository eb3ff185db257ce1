import { isWithin } from '../../countries.ts'
import type { Policy } from '../../policy.ts'
import { isAnywhere } from '../reach.ts'
import { categoriesOf, recipientsOf } from './concerned.ts'

/** Recipients outside the regions, or of whom nobody knows where they are; transfers that lead out of them. */
export function whyOutside(policy: Policy, regions: readonly string[], about?: readonly string[]): string | null {
  const concerned = recipientsOf(policy, about)
  const outside = concerned
    .filter(([, recipient]) => recipient.country !== undefined || !isAnywhere(recipient))
    .filter(([, { country }]) => country === undefined || !isWithin(regions, country))
    .map(([key, { country }]) => `${key} is ${country === undefined ? 'nobody says where' : `in ${country}`}`)
  const keys = new Map(concerned)
  const transfers = Object.values(policy.transfers ?? {})
    .filter(({ recipient, to }) => keys.has(recipient) && keys.get(recipient)?.country !== to && !isWithin(regions, to))
    .map(({ recipient, to }) => `${recipient} takes data to ${to}`)
  return [...new Set([...outside, ...transfers])].join(', ') || null
}

/** Categories kept outside the regions. */
export function whyStoredOutside(policy: Policy, regions: readonly string[], about?: readonly string[]): string | null {
  const stored = categoriesOf(policy, about).flatMap((key) =>
    (policy.categories[key]?.storedIn ?? [])
      .filter((country) => !isWithin(regions, country))
      .map((country) => `${key} is stored in ${country}`),
  )
  return stored.join(', ') || null
}
