import type { Claim } from '../../claim.ts'
import type { Policy } from '../../policy.ts'
import { isMarketing } from '../../purpose.ts'
import type { Recipient } from '../../recipient.ts'
import { hasHosts } from '../reach.ts'
import { categoriesOf, recipientsOf } from './concerned.ts'

/** Third parties (art. 4(10)), and whoever is loaded into the page or gets data in order to advertise. */
export function whyThirdParties(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  const parties = recipientsOf(policy, about).flatMap(([key, recipient]) => {
    const what = whatItIs(policy, key, recipient)
    return what === null ? [] : [`${key} is ${what}`]
  })
  return parties.join(', ') || null
}

function whatItIs(policy: Policy, key: string, recipient: Recipient): string | null {
  const { kind } = recipient
  if (kind === 'third-party') return 'a third party'
  if (kind !== 'processor' && kind !== 'group' && hasHosts(recipient)) return 'a service of somebody else'
  if (kind === 'group') return 'another company'
  const advertises = Object.values(policy.processings).some(
    ({ recipients, purpose }) =>
      recipients !== 'nobody' && recipients.includes(key) && isAdvertising(policy.purposes[purpose]?.fides),
  )
  const sets = Object.values(policy.storage).some(
    ({ party, class: called }) => party === key && (called === 'marketing' || called === 'social'),
  )
  return advertises || sets ? 'there to advertise' : null
}

function isAdvertising(fides = ''): boolean {
  return isMarketing({ fides }) && !/^marketing\.communications\b/.test(fides)
}

const selling: ReadonlySet<string> = new Set(['dpv:SellDataToThirdParties', 'dpv:SellInsightsFromData'])

/** Purposes that are selling. */
export function whySold(policy: Policy, { about }: Pick<Claim, 'about'>): string | null {
  const categories = new Set(categoriesOf(policy, about))
  const sold = Object.entries(policy.processings)
    .filter(([, processing]) => processing.categories.some((category) => categories.has(category)))
    .filter(([, { purpose }]) => {
      const use = policy.purposes[purpose]
      const isSharing = /^third_party_sharing\b(?!\.(?:legal_obligation|fraud))/.test(use?.fides ?? '')
      return use !== undefined && (selling.has(use.dpv) || isSharing)
    })
    .map(([key]) => `${key} gives it to others for their own ends`)
  return sold.join(', ') || null
}
