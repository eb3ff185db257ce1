import type { DataCategory, Processing, RetentionEvent } from '@samtale/policy'
import { lookupCategory } from './tables.ts'

/** By what a person is found again. What is done with it, and how long, the profile in force says. */
export const lookupCategories = {
  [lookupCategory]: {
    fides: 'user.unique_id.pseudonymous',
    dpv: 'pd:Identifying',
    title: {
      en: 'How you are found again',
      nb: 'Hvordan du finnes igjen',
      sv: 'Hur du hittas igen',
    },
    description: {
      en: 'A number made of your e-mail address. It finds what belongs to you when you ask, and the address can’t be made of it.',
      nb: 'Et tall laget av e-postadressen din. Det finner det som hører til deg når du spør, og adressen kan ikke lages av det.',
      sv: 'Ett tal gjort av din e-postadress. Det hittar det som hör till dig när du frågar, och adressen kan inte göras av det.',
    },
    subjects: ['contact', 'subscriber'],
    source: 'derived',
    identifies: 'pseudonym',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes, or we can’t find what is yours when you ask for it.',
        nb: 'Ja, ellers finner vi ikke det som er ditt når du ber om det.',
        sv: 'Ja, annars hittar vi inte det som är ditt när du ber om det.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

const events = {
  deleted: {
    clause: {
      en: 'the last of what we have about you is deleted',
      nb: 'det siste vi har om deg, er slettet',
      sv: 'det sista vi har om dig är raderat',
    },
  },
} as const satisfies Record<string, RetentionEvent>

const processings = {
  'subject-lookup': {
    title: { en: 'Finding you again', nb: 'Å finne deg igjen', sv: 'Att hitta dig igen' },
    purpose: 'rights',
    categories: [lookupCategory],
    basis: { article: '6-1-c', law: 'gdpr-rights' },
    retention: { keep: 'PT0S', from: 'deleted', cap: { atMost: 'PT0S', after: 'deleted' }, held: 'database' },
    recipients: 'nobody',
  },
} as const satisfies Record<string, Processing>

/** Whoever has anything here can be found again when they ask for it, under every policy. */
export const lookupDeclarations = { events, processings }
