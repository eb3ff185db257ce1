import type { DataCategory, Policy } from '@samtale/policy'
import { digestCategory, digestPurpose } from './tables.ts'

/** What settings can hold beside the account. Whether there is a summary, the profile in force says. */
export const settingsCategories = {
  [digestCategory]: {
    fides: 'user.account.settings',
    dpv: 'pd:AccountIdentifier',
    title: { en: 'Summary by e-mail', nb: 'Oppsummering på e-post', sv: 'Sammanfattning via e-post' },
    description: {
      en: 'That you want the summary of your rooms by e-mail, since when, and when the last one was sent.',
      nb: 'At du vil ha oppsummeringen av rommene dine på e-post, siden når, og når den siste ble sendt.',
      sv: 'Att du vill ha sammanfattningen av dina rum via e-post, sedan när, och när den senaste skickades.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Without it, you get no summary.',
        nb: 'Nei. Uten det får du ingen oppsummering.',
        sv: 'Nej. Utan det får du ingen sammanfattning.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether the policy has a summary that people can ask for. */
export function hasDigest({ processings, consents = {} }: Pick<Policy, 'processings' | 'consents'>): boolean {
  const covered = Object.values(processings).some(
    ({ basis, categories, purpose }) =>
      purpose === digestPurpose &&
      basis.article === '6-1-a' &&
      basis.consent === digestPurpose &&
      categories.includes(digestCategory),
  )
  return covered && Object.hasOwn(consents, digestPurpose)
}
