import type { Claim, ClaimKind } from '../../claim.ts'
import type { Policy } from '../../policy.ts'
import type { Finding, FindingCode } from '../findings.ts'
import { found } from '../found.ts'
import { whyNotAnonymousClaim } from './anonymous.ts'
import { whyAccess, whyNotEndToEnd, whyRecorded, whyStored } from './media.ts'
import { whyOutside, whyStoredOutside } from './places.ts'
import { whySold, whyThirdParties } from './parties.ts'
import { whyAddressesWhole, whyCookies, whyGuestsLeave } from './traces.ts'
import { whyDecided, whyMailWatched, whyProfiled, whyTracked } from './watching.ts'

/** Why a policy contradicts a claim of its own; null where it doesn't. */
type Why = (policy: Policy, claim: Pick<Claim, 'about' | 'people'>) => string | null
type Measure = readonly [code: FindingCode, why: Why]

/** What each kind of claim is measured by. Those with nothing here no policy can contradict: tests prove them. */
const measures: Readonly<Record<ClaimKind, readonly Measure[]>> = {
  'stored-in-eea-only': [
    ['recipient.contradicts.claim', (policy, { about }) => whyOutside(policy, ['EEA'], about)],
    ['claim.contradicted', (policy, { about }) => whyStoredOutside(policy, ['EEA'], about)],
  ],
  'no-third-parties': [['recipient.contradicts.claim', whyThirdParties]],
  'never-sold': [['claim.contradicted', whySold]],
  anonymous: [['claim.anonymous.false', whyNotAnonymousClaim]],
  'end-to-end-encrypted': [['claim.e2e.false', whyNotEndToEnd]],
  'encrypted-in-transit': [],
  'media-not-stored': [['claim.contradicted', whyStored]],
  'not-recorded': [['claim.contradicted', whyRecorded]],
  'no-access-to-content': [['claim.contradicted', whyAccess]],
  'no-automated-decisions': [['claim.contradicted', whyDecided]],
  'no-profiling': [['claim.contradicted', whyProfiled]],
  'no-tracking': [['claim.contradicted', whyTracked]],
  'no-cookies': [['claim.contradicted', whyCookies]],
  'no-mail-tracking': [['claim.contradicted', whyMailWatched]],
  'addresses-cut': [['claim.contradicted', whyAddressesWhole]],
  'guest-leaves-nothing': [['claim.contradicted', whyGuestsLeave]],
  'erasure-reaches-backups': [],
  'purpose-enforced-by-database': [],
  'egress-closed': [],
  'staff-need-to-know': [],
}

/** Claims that the rest of the policy contradicts, and promised regions that it leaves. */
export function checkClaims(policy: Policy): Finding[] {
  const claims = Object.entries(policy.claims ?? {}).flatMap(([key, claim]) =>
    measures[claim.kind].flatMap(([code, why]) => {
      const reason = why(policy, claim)
      return reason === null ? [] : [found(code, ['claims', key, 'kind'], `“${claim.kind}” is not so: ${reason}.`)]
    }),
  )
  return [...claims, ...checkRegions(policy)]
}

function checkRegions(policy: Policy): Finding[] {
  const { regions } = policy
  if (regions === undefined) return []
  const promised = `Data is said to stay in ${regions.join(', ')}`
  const outside = whyOutside(policy, regions)
  const stored = whyStoredOutside(policy, regions)
  return [
    ...(outside === null ? [] : [found('recipient.contradicts.claim', ['regions', 0], `${promised}; ${outside}.`)]),
    ...(stored === null ? [] : [found('claim.contradicted', ['regions', 0], `${promised}; ${stored}.`)]),
  ]
}
