import type { Declarations, Processing, Purpose, RetentionEvent } from '@samtale/policy'
import { category, claimCategory, purpose } from './tables.ts'

const law = 'gdpr-rights'

const laws = {
  [law]: {
    title: {
      en: 'GDPR art. 12(3) and 5(2)',
      nb: 'GDPR art. 12 nr. 3 og 5 nr. 2',
      sv: 'GDPR art. 12.3 och 5.2',
    },
    country: 'EU',
  },
} as const satisfies Declarations['laws']

const purposes = {
  [purpose]: {
    fides: 'essential.legal_obligation',
    dpv: 'dpv:RightsFulfilment',
    title: {
      en: 'To give you your rights',
      nb: 'For å gi deg rettighetene dine',
      sv: 'För att ge dig dina rättigheter',
    },
  },
} as const satisfies Record<string, Purpose>

const events = {
  collected: { clause: { en: 'you gave it to us', nb: 'du ga det til oss', sv: 'du gav det till oss' } },
  confirmed: { clause: { en: 'you confirm', nb: 'du bekrefter', sv: 'du bekräftar' } },
  decided: { clause: { en: 'you have been answered', nb: 'du har fått svar', sv: 'du har fått svar' } },
} as const satisfies Record<string, RetentionEvent>

const shared = { purpose, basis: { article: '6-1-c', law }, recipients: 'nobody' } as const

const processings = {
  'rights-request': {
    ...shared,
    title: { en: 'Handling your requests', nb: 'Å behandle kravene dine', sv: 'Att hantera dina begäranden' },
    categories: [category],
    retention: {
      keep: 'P1Y',
      from: 'decided',
      cap: { atMost: 'P18M', after: 'collected' },
      criteria: {
        en: 'Long enough to show that you were answered, and in time.',
        nb: 'Lenge nok til å vise at du fikk svar, og i tide.',
        sv: 'Länge nog för att visa att du fick svar, och i tid.',
      },
      held: 'database',
    },
  },
  'rights-request-unproved': {
    ...shared,
    title: { en: 'Requests, until you confirm', nb: 'Krav, til du bekrefter', sv: 'Begäranden, tills du bekräftar' },
    categories: [claimCategory],
    retention: {
      keep: 'P2D',
      from: 'collected',
      cap: { atMost: 'PT0S', after: 'confirmed' },
      criteria: {
        en: 'So that nobody gets or deletes what is yours in your name. Without a confirmation nothing is done.',
        nb: 'For at ingen skal få eller slette det som er ditt, i ditt navn. Uten en bekreftelse blir ingenting gjort.',
        sv: 'Så att ingen får eller raderar det som är ditt i ditt namn. Utan en bekräftelse görs inget.',
      },
      held: 'database',
    },
  },
} as const satisfies Record<string, Processing>

/**
 * The law gives everybody their rights under every policy: requests are taken whether a profile speaks of them or not.
 * One that does, says how long they are kept.
 */
export const rightsDeclarations = { purposes, laws, events, processings }
