import type { DataCategory } from '@samtale/policy'
import { category } from './tables.ts'

/** What letters can hold. Whether they are taken, and how long one lives, the profile in force says. */
export const correspondenceCategories = {
  [category]: {
    fides: 'user.contact',
    dpv: 'pd:Communication',
    title: { en: 'Letters', nb: 'Henvendelser', sv: 'Meddelanden' },
    description: {
      en: 'Your e-mail address, your name if you give one, and what you write to us and we to you.',
      nb: 'E-postadressen din, navnet ditt hvis du oppgir et, og det du skriver til oss og vi til deg.',
      sv: 'Din e-postadress, ditt namn om du anger ett, och det du skriver till oss och vi till dig.',
    },
    subjects: ['contact'],
    source: 'subject',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'The address, yes, or we can’t answer. A name, no.',
        nb: 'Adressen, ja: ellers kan vi ikke svare. Et navn, nei.',
        sv: 'Adressen, ja: annars kan vi inte svara. Ett namn, nej.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>
