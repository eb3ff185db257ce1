import { definePolicy, type Policy, type Text } from '@samtale/policy'
import { mailDeclarations } from '../../src/platform/mail/kinds.ts'
import { sampleKinds } from './sample-kinds.ts'

/** For tests: what a policy says that the sample kinds fit. */
export const samplePolicy: Policy = {
  controller: null,
  ...definePolicy({
    inShort: [text('In short.')],
    rights: [text('Your rights.')],
    categories: {
      'contact.message': {
        fides: 'user.content',
        dpv: 'pd:Message',
        title: text('Message'),
        description: text('What you write.'),
        subjects: ['contact'],
        source: 'subject',
        provision: { kind: 'voluntary', consequence: text('We can’t answer.') },
      },
    },
    purposes: {
      correspondence: { fides: 'essential.service', dpv: 'dpv:CommunicationManagement', title: text('Answer you') },
      newsletter: { fides: 'marketing.communications.email', dpv: 'dpv:DirectMarketing', title: text('Newsletter') },
    },
    recipients: {},
    events: { written: { clause: text('you wrote') } },
    consents: {
      newsletter: { title: text('Newsletter'), text: text('May we?'), asked: 'form', validFor: 'P2Y' },
      surveys: { title: text('Surveys'), text: text('May we?'), asked: 'form', validFor: 'P2Y' },
    },
    processings: {
      correspondence: {
        title: text('Answer you'),
        purpose: 'correspondence',
        categories: ['contact.message'],
        basis: { article: '6-1-b', contract: text('You asked.'), step: 'enter' },
        retention: { keep: 'P1Y', from: 'written', cap: { atMost: 'P1Y', after: 'written' }, held: 'database' },
        recipients: 'nobody',
      },
      newsletter: {
        title: text('Newsletter'),
        purpose: 'newsletter',
        categories: ['contact.message'],
        basis: { article: '6-1-a', consent: 'newsletter' },
        retention: { keep: 'P1Y', from: 'written', cap: { atMost: 'P1Y', after: 'written' }, held: 'database' },
        recipients: 'nobody',
      },
    },
    columns: {},
    live: {},
    storage: {},
    mails: mailDeclarations(sampleKinds),
  }),
}

function text(words: string): Text {
  return { en: words, nb: words, sv: words }
}
