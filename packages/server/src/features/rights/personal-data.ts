import type { DataCategory } from '@samtale/policy'
import { category, claimCategory } from './tables.ts'

const shared = {
  fides: 'user.contact.email',
  dpv: 'pd:Communication',
  subjects: ['contact', 'subscriber', 'visitor'],
  source: 'subject',
} as const

/** What requests can hold. Whether they are taken here, and how long one lives, the profile in force says. */
export const rightsCategories = {
  [category]: {
    ...shared,
    title: { en: 'Requests about your data', nb: 'Krav om opplysningene dine', sv: 'Begäranden om dina uppgifter' },
    description: {
      en: 'Your e-mail address, what you ask for, what was done about it and when.',
      nb: 'E-postadressen din, hva du ber om, hva som ble gjort med det, og når.',
      sv: 'Din e-postadress, vad du begär, vad som gjordes åt det och när.',
    },
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes, or we can’t find what is yours or answer you.',
        nb: 'Ja, ellers finner vi ikke det som er ditt, og kan ikke svare deg.',
        sv: 'Ja, annars hittar vi inte det som är ditt och kan inte svara dig.',
      },
    },
  },
  [claimCategory]: {
    ...shared,
    title: {
      en: 'Requests that nobody has confirmed',
      nb: 'Krav som ingen har bekreftet',
      sv: 'Begäranden som ingen har bekräftat',
    },
    description: {
      en: 'The e-mail address and the text of a request, until whoever reads that address’s mail confirms it.',
      nb: 'E-postadressen og teksten i et krav, til den som leser e-posten på adressen, bekrefter det.',
      sv: 'E-postadressen och texten i en begäran, tills den som läser mejlen på adressen bekräftar den.',
    },
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes, or we can’t make sure that it is you who asks.',
        nb: 'Ja, ellers kan vi ikke forsikre oss om at det er du som spør.',
        sv: 'Ja, annars kan vi inte försäkra oss om att det är du som frågar.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>
