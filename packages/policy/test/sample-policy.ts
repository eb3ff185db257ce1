import { definePolicy, type Policy } from '../src/policy.ts'

const text = (en: string) => ({ en, nb: `${en} (nb)`, sv: `${en} (sv)` })

/** A small whole policy, for tests of this package. */
export const sampleDeclarations = definePolicy({
  inShort: [text('Little is known.')],
  categories: {
    mail: {
      fides: 'user.contact.email',
      dpv: 'pd:EmailAddress',
      title: text('E-mail address'),
      description: text('The address that you write to us from.'),
      subjects: ['visitor'],
      source: 'subject',
      provision: { kind: 'voluntary', consequence: text('No.') },
    },
  },
  purposes: { answer: { fides: 'essential.service', dpv: 'dpv:CustomerCare', title: text('To answer') } },
  recipients: {
    post: {
      kind: 'processor',
      title: text('Post AS'),
      description: text('carries the mail.'),
      legalName: 'Post AS',
      country: 'NO',
      agreement: 'On request',
    },
  },
  events: { answered: { clause: text('you have got an answer') } },
  processings: {
    letters: {
      title: text('Letters'),
      purpose: 'answer',
      categories: ['mail'],
      basis: { article: '6-1-b', contract: text('the answer you ask for.'), step: 'enter' },
      retention: { keep: 'P30D', from: 'answered', cap: { atMost: 'P1Y', after: 'answered' }, held: 'database' },
      recipients: ['post'],
    },
  },
  columns: { letter: { id: { nothingPersonal: 'number' }, mail: { holds: 'mail', title: text('Address') } } },
  live: { writer: { mail: { holds: 'mail', title: text('Address') } } },
  storage: {
    draft: { store: 'session', lifetime: 'session', holds: 'mail', purpose: 'answer', description: text('The draft') },
  },
  rights: [text('Write to us.')],
})

export const samplePolicy: Policy = {
  ...sampleDeclarations,
  controller: {
    name: 'Eksempel AS',
    address: 'Storgata 1, 0155 Oslo',
    country: 'NO',
    email: 'post@eksempel.example',
    privacyContact: 'privacy@eksempel.example',
  },
}
