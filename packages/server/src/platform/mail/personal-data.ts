import type { DataCategory, Processing, Purpose, RetentionEvent } from '@samtale/policy'
import { mailCategory, mailPurpose, suppressionCategory } from './tables.ts'

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

const purposes = {
  [mailPurpose]: {
    fides: 'essential.service.notifications.email',
    dpv: 'dpv:CommunicationManagement',
    title: {
      en: 'To send you what you asked for, and word of changes',
      nb: 'For å sende deg det du ba om, og beskjed om endringer',
      sv: 'För att skicka det du bad om, och besked om ändringar',
    },
  },
} as const satisfies Record<string, Purpose>

const events = {
  sent: {
    clause: { en: 'the mail has been handed over', nb: 'e-posten er levert videre', sv: 'mejlet har lämnats vidare' },
  },
} as const satisfies Record<string, RetentionEvent>

const processings = {
  [mailPurpose]: {
    title: { en: 'Sending mail', nb: 'Å sende e-post', sv: 'Att skicka mejl' },
    purpose: mailPurpose,
    categories: [mailCategory],
    basis: {
      article: '6-1-f',
      interest: {
        en: 'to send the mails that you ask for, and to tell you of changes before they count.',
        nb: 'å sende e-posten du ber om, og å si fra om endringer før de gjelder.',
        sv: 'att skicka de mejl du ber om, och att berätta om ändringar innan de gäller.',
      },
      balance: {
        en: 'The mail goes to you alone, and nobody sees whether you open it.',
        nb: 'E-posten går bare til deg, og ingen ser om du åpner den.',
        sv: 'Mejlet går bara till dig, och ingen ser om du öppnar det.',
      },
      objection: {
        en: 'Ask us to delete your address; nothing is sent after that.',
        nb: 'Be oss slette adressen din; etter det sendes ingenting.',
        sv: 'Be oss radera din adress; efter det skickas inget.',
      },
    },
    retention: { keep: 'PT0S', from: 'sent', cap: { atMost: 'P7D', after: 'collected' }, held: 'database' },
    recipients: 'nobody',
  },
} as const satisfies Record<string, Processing>

/** Answers go by mail under every policy; a profile that speaks of mail says what becomes of it. */
export const mailDefaults = { purposes, events, processings }
