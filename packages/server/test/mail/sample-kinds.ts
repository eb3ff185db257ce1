import { defineMailKinds } from '../../src/platform/mail/kinds.ts'
import type { Text } from '@samtale/policy'

/** For tests: a service mail that answers, one that a person writes, and a newsletter. */
export const sampleKinds = defineMailKinds({
  'contact.received': {
    title: same('We got your message'),
    purpose: 'correspondence',
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    awaited: true,
    autoSubmitted: 'auto-replied',
    reason: {
      en: 'You get this because somebody wrote to us with this address.',
      nb: 'Du får denne fordi noen skrev til oss med denne adressen.',
      sv: 'Du får detta eftersom någon skrev till oss med den här adressen.',
    },
    values: { about: 'text' },
    subject: {
      en: 'We got your message: {about}',
      nb: 'Vi har fått meldingen din: {about}',
      sv: 'Vi har fått ditt meddelande: {about}',
    },
    body: [
      {
        paragraph: {
          en: 'Thank you for writing. We answer as soon as we can.',
          nb: 'Takk for meldingen. Vi svarer så snart vi kan.',
          sv: 'Tack för ditt meddelande. Vi svarar så snart vi kan.',
        },
      },
    ],
  },
  'contact.reply': {
    title: same('Our answer'),
    purpose: 'correspondence',
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'no',
    reason: {
      en: 'You get this because you wrote to us.',
      nb: 'Du får denne fordi du skrev til oss.',
      sv: 'Du får detta eftersom du skrev till oss.',
    },
    values: { about: 'text', answer: 'lines', page: 'link' },
    subject: same('Re: {about}'),
    body: [{ lines: 'answer' }, { button: { en: 'Open', nb: 'Åpne', sv: 'Öppna' }, link: 'page' }],
  },
  'newsletter.issue': {
    title: same('Newsletter'),
    purpose: 'newsletter',
    basis: { consent: 'newsletter' },
    marketing: true,
    stream: 'news',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because you asked for our newsletter.',
      nb: 'Du får denne fordi du har bestilt nyhetsbrevet vårt.',
      sv: 'Du får detta eftersom du har beställt vårt nyhetsbrev.',
    },
    values: { title: 'text', words: 'lines' },
    subject: same('{title}'),
    body: [{ lines: 'words' }, { offer: { en: 'Now cheaper.', nb: 'Nå billigere.', sv: 'Nu billigare.' } }],
  },
})

function same(text: string): Text {
  return { en: text, nb: text, sv: text }
}
