import type { Policy } from '../policy.ts'
import { languages, type Language } from '../text.ts'
import { checkAddresses } from './addresses.ts'
import { checkAnonymity } from './anonymity.ts'
import { checkAssessments } from './assessments.ts'
import { checkCategories } from './categories.ts'
import { checkClaims } from './claims/claims.ts'
import { checkConsents } from './consents.ts'
import { checkController } from './controller.ts'
import { checkDurations } from './durations.ts'
import { checkEndToEndWords } from './end-to-end-words.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'
import { checkMails } from './mails.ts'
import { checkNotices } from './notices.ts'
import { checkRecipients } from './recipients.ts'
import { checkReferences } from './references.ts'
import { checkCaps } from './retention-caps.ts'
import { checkLegalMinimums } from './retention-minimum.ts'
import { checkReviews } from './reviews.ts'
import { checkStorage } from './storage.ts'
import { checkTexts } from './texts.ts'

/** All that looks at a policy by itself. */
const checks: readonly ((policy: Policy) => Finding[])[] = [
  checkController,
  checkSections,
  checkReferences,
  checkDurations,
  checkCategories,
  checkAnonymity,
  checkConsents,
  checkLegalMinimums,
  checkCaps,
  checkRecipients,
  checkStorage,
  checkClaims,
  checkEndToEndWords,
  checkMails,
  checkAssessments,
  checkAddresses,
  checkNotices,
]

/**
 * Everything in a policy that contradicts itself or the law, is left empty or points nowhere; nothing where it is in
 * order. It finds what the compiler can't: a policy may come from a file.
 * @param known `today` as `YYYY-MM-DD`, without which no review is due; the languages that the policy is written in, where
 * its edition can't say
 */
export function checkPolicy(policy: Policy, known: Known = {}): Finding[] {
  const spoken = policy.edition?.languages ?? known.languages ?? languages
  return [
    ...checks.flatMap((check) => check(policy)),
    ...checkTexts(policy, spoken),
    ...checkReviews(policy, known.today),
  ]
}

interface Known {
  readonly today?: string | undefined
  readonly languages?: readonly Language[] | undefined
}

function checkSections(policy: Policy): Finding[] {
  const lists: [string[], readonly unknown[]][] = [
    [['inShort'], policy.inShort],
    [['categories'], Object.keys(policy.categories)],
    [['purposes'], Object.keys(policy.purposes)],
    [['processings'], Object.keys(policy.processings)],
    [['rights'], policy.rights],
    ...Object.entries(policy.processings).map(([key, { categories }]): [string[], readonly unknown[]] => [
      ['processings', key, 'categories'],
      categories,
    ]),
  ]
  return lists
    .filter(([, list]) => list.length === 0)
    .map(([path]) => found('section.empty', path, `The list ${path.join('.')} is empty.`))
}
