import type { DataCategory } from '@samtale/policy'
import { mailCategory, suppressionCategory } from './tables.ts'

/** What mail can hold. What is done with it, and how long, the profile in force says; without that it holds nothing. */
export const mailCategories = {
  [mailCategory]: {
    fides: 'user.contact.email',
    dpv: 'pd:EmailAddress',
    title: { en: 'Mail on its way', nb: 'E-post på vei', sv: 'Mejl på väg' },
    description: {
      en: 'The address and text of a mail to you, from when it is written until it has been handed over.',
      nb: 'Adressen og teksten i en e-post til deg, fra den skrives til den er levert videre.',
      sv: 'Adressen och texten i ett mejl till dig, från att det skrivs tills det har lämnats vidare.',
    },
    subjects: ['contact', 'subscriber'],
    source: 'subject',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes, for the mails that you ask for.',
        nb: 'Ja, for e-posten du ber om.',
        sv: 'Ja, för de mejl du ber om.',
      },
    },
  },
  [suppressionCategory]: {
    fides: 'user.unique_id.pseudonymous',
    dpv: 'pd:Identifying',
    title: {
      en: 'Who wants no more mail',
      nb: 'Hvem som ikke vil ha mer e-post',
      sv: 'Vem som inte vill ha fler mejl',
    },
    description: {
      en: 'A number made of an address that unsubscribed, so that it gets no more mail. The address can’t be made of it.',
      nb: 'Et tall laget av en adresse som har meldt seg av, så den ikke får mer e-post. Adressen kan ikke lages av det.',
      sv: 'Ett tal gjort av en adress som har avslutat sin prenumeration, så att den inte får fler mejl. Adressen kan inte göras av det.',
    },
    subjects: ['subscriber'],
    source: 'derived',
    identifies: 'pseudonym',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Without it, a list could be filled with your address again.',
        nb: 'Nei. Uten det kunne en liste bli fylt med adressen din igjen.',
        sv: 'Nej. Utan det kunde en lista fyllas med din adress igen.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>
