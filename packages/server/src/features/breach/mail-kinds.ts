import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { breachWords } from './words.ts'

/** The letter to people whose data a breach reached (GDPR art. 34). Nobody can refuse it: it is about what we did to them. */
export const breachMailKinds = defineMailKinds({
  'breach.letter': {
    title: {
      en: 'Word of a breach that reached your data',
      nb: 'Beskjed om et brudd som gjaldt opplysningene dine',
      sv: 'Besked om en incident som gällde dina uppgifter',
    },
    purpose: 'service-notice',
    basis: 'service',
    marketing: false,
    stream: 'breach',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because the law asks us to tell you (GDPR art. 34).',
      nb: 'Du får dette fordi loven krever at vi forteller deg det (GDPR art. 34).',
      sv: 'Du får det här för att lagen kräver att vi berättar det för dig (GDPR art. 34).',
    },
    values: { letter: 'lines' },
    subject: breachWords.subjectsTitle,
    body: [{ paragraph: breachWords.lead }, { lines: 'letter' }],
  },
})
