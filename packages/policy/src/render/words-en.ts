import type { Words } from './words.ts'

export const english: Words = {
  title: 'Privacy policy',
  version: (number, date) => `Version ${number}, in effect since ${date}`,
  headings: {
    inShort: 'In short',
    controller: 'Who is responsible',
    categories: 'What is known about you',
    processings: 'What it is used for, and how long it exists',
    recipients: 'Who else gets it',
    storage: 'What is kept in your browser',
    rights: 'Your rights',
    document: 'About this page',
  },
  until: 'until',
  when: 'when',
  after: 'after',
  atTheLatest: 'at the latest',
  exists: 'Exists',
  held: {
    memory: 'in working memory only',
    database: 'in the database',
    device: 'on your own device',
    elsewhere: 'with somebody else who holds it for us',
  },
  controller: {
    intro:
      'This organisation or person decides how personal data is used here, and answers for it (controller, GDPR art. 4(7)).',
    name: 'Name',
    address: 'Address',
    organisationNumber: 'Organisation number',
    email: 'E-mail',
    phone: 'Telephone',
    privacyContact: 'For questions about privacy',
    nobody: [
      'Nobody has been named yet as responsible for this installation.',
      'Until somebody is, it does not start under a public address: it is meant for the machine it runs on and for that machine’s local network, and whoever started it there is the one to ask.',
    ],
  },
  category: {
    source: 'Where from',
    provision: 'Must you give it?',
    sources: {
      subject: 'From you',
      observed: 'Seen by the server',
      derived: 'Made by the server',
      'third-party': 'From somebody else',
    },
  },
  processing: {
    categories: 'Data',
    basis: 'Legal basis',
    recipients: 'Who gets it',
    nobody: 'nobody else',
    objection: 'If you object',
  },
  basis: {
    '6-1-a': 'Your consent (GDPR art. 6(1)(a))',
    '6-1-b': 'A contract with you (GDPR art. 6(1)(b))',
    '6-1-c': 'A legal obligation (GDPR art. 6(1)(c))',
    '6-1-d': 'Vital interests (GDPR art. 6(1)(d))',
    '6-1-e': 'A task in the public interest (GDPR art. 6(1)(e))',
    '6-1-f': 'Legitimate interest (GDPR art. 6(1)(f))',
  },
  balance: 'Why that weighs more',
  recipients: {
    nobody: 'Nobody outside gets any of it.',
    nobodyElse: 'Nobody else: no other company, authority or person gets any of it, and nothing is sold.',
  },
  storage: {
    none: 'Nothing is kept in your browser, and no cookie is set.',
    intro: 'Only this:',
    noCookies: 'No cookie is set.',
    head: ['Name', 'Where', 'What for', 'How long'],
    stores: { cookie: 'Cookie', local: 'Local storage', session: 'Session storage', indexeddb: 'IndexedDB' },
    session: 'until you close the tab',
    untilCleared: 'until you clear it in your browser',
  },
  rights: {
    list: [
      'Access: know what is held about you, and get a copy (art. 15).',
      'Rectification: have what is wrong put right (art. 16).',
      'Erasure: have it deleted (art. 17).',
      'Restriction: have its use stopped while a question is open (art. 18).',
      'Portability: get what you gave in a form that another service can read, where the basis is consent or contract (art. 20).',
      'Objection: say no to uses that rest on a legitimate interest (art. 21).',
    ],
    free: 'This costs nothing. A request is answered within a month.',
    complaint:
      'You can complain to the data protection authority of your country, in Norway Datatilsynet and in Sweden Integritetsskyddsmyndigheten, whether or not you have asked here first (art. 77).',
  },
  document: {
    number: 'Version',
    effective: 'In effect since',
    hash: 'SHA-256 of what it says',
    changes: 'This page is made from a policy that machines read too. When the policy changes, the version does.',
  },
}
