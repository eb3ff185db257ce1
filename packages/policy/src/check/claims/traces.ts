import type { Claim } from '../../claim.ts'
import type { Policy } from '../../policy.ts'

export function whyCookies(policy: Policy): string | null {
  const cookies = Object.entries(policy.storage).filter(([, { store }]) => store === 'cookie')
  return cookies.length === 0 ? null : `${cookies.map(([name]) => name).join(', ')} is a cookie`
}

/** Places that keep network addresses whole. */
export function whyAddressesWhole(policy: Policy): string | null {
  const whole = Object.entries(policy.addresses ?? {}).filter(([, form]) => form === 'full')
  return whole.length === 0 ? null : `${whole.map(([place]) => place).join(', ')} keeps them whole`
}

/** What is kept of guests beyond working memory and their own device. */
export function whyGuestsLeave(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  const ofGuests = Object.entries(policy.categories)
    .filter(([key, { subjects }]) => subjects.includes('guest') && (about === undefined || about.includes(key)))
    .map(([key]) => key)
  const kept = Object.entries(policy.processings).find(
    ([, { categories, retention }]) =>
      (retention.held === 'database' || retention.held === 'elsewhere') &&
      categories.some((category) => ofGuests.includes(category)),
  )
  return kept === undefined ? null : `${kept[0]} keeps data of guests (${kept[1].retention.held})`
}
