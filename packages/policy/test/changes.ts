import type { ChangeClass } from '../src/diff/change.ts'
import type { Change } from './change.ts'
import { wholePolicy } from './whole-policy.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }

/** Changes of the whole policy, and what each means to people. */
export const changes: readonly (readonly [weight: ChangeClass, part: string, ...changes: Change[]])[] = [
  // Other words for the same.
  ['editorial', 'processings.log', [['processings', 'log', 'title', 'en'], 'The log']],
  ['editorial', 'categories.order', [['categories', 'order', 'description'], text]],
  ['editorial', 'processings.log', [['processings', 'log', 'basis', 'interest'], text]],
  ['editorial', 'rights', [['rights', 0], text]],
  [
    'editorial',
    'documents.terms',
    [['documents', 'terms', 'text', 'en'], 'You pay; we (https://eksempel.example) deliver!'],
  ],
  ['editorial', 'claims.unsold', [['claims', 'unsold', 'says'], text]],
  ['editorial', 'processings.visits', [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P2Y1M']],
  [
    'editorial',
    'storage.basket',
    [['storage', 'basket', 'class'], undefined],
    [['storage', 'basket', 'description'], text],
  ],
  ['editorial', 'reviews.risks', [['reviews', 'risks', 'last'], '2026-10-01']],
  [
    'editorial',
    'processings.newsletter',
    [
      ['processings', 'newsletter', 'recipients'],
      ['host', 'mailer'],
    ],
  ],

  // Less, sooner, or of little weight.
  ['minor', 'controller', [['controller', 'email'], 'new@eksempel.example']],
  ['minor', 'processings.newsletter', [['processings', 'newsletter', 'recipients'], ['mailer']]],
  ['minor', 'processings.visits', [['processings', 'visits', 'retention', 'keep'], 'P6M']],
  ['minor', 'processings.log', [['processings', 'log'], undefined]],
  ['minor', 'recipients.court', [['recipients', 'court'], undefined]],
  [
    'minor',
    'categories.order',
    [
      ['categories', 'order', 'storedIn'],
      ['NO', 'IE', 'SE'],
    ],
  ],
  ['minor', 'recipients.host', [['recipients', 'host', 'country'], 'FI']],
  ['minor', 'events.collected', [['events', 'collected', 'clause'], text]],
  ['minor', 'storage.basket', [['storage', 'basket'], undefined]],
  [
    'minor',
    'storage.theme',
    [['storage', 'theme'], { store: 'local', lifetime: 'P1Y', holds: 'order', purpose: 'delivery', description: text }],
  ],
  ['minor', 'mails.letter', [['mails', 'letter', 'tracked'], undefined]],
  ['minor', 'notices', [['notices', 'policyChange', 'ahead'], 'P60D']],
  ['minor', 'claims.more', [['claims', 'more'], { kind: 'no-profiling', says: text }]],
  ['minor', 'processings.opens', [['processings', 'opens', 'retention', 'then'], 'delete']],
  ['minor', 'rights', [['rights'], [text, text, text]]],

  // More, longer, elsewhere, for something else, or one promise fewer.
  ['material', 'controller', [['controller', 'name'], 'Another AS']],
  ['material', 'controller', [['controller'], null]],
  ['material', 'categories.extra', [['categories', 'extra'], { title: text }]],
  ['material', 'purposes.extra', [['purposes', 'extra'], { title: text }]],
  ['material', 'recipients.extra', [['recipients', 'extra'], { kind: 'processor', title: text, description: text }]],
  [
    'material',
    'transfers.extra',
    [['transfers', 'extra'], { recipient: 'bank', to: 'US', tool: 'A46-2-c', document: 'x' }],
  ],
  ['material', 'processings.extra', [['processings', 'extra'], wholePolicy.processings['log']]],
  [
    'material',
    'processings.log',
    [
      ['processings', 'log', 'categories'],
      ['web.log', 'device', 'order'],
    ],
  ],
  ['material', 'processings.log', [['processings', 'log', 'purpose'], 'analytics']],
  ['material', 'processings.log', [['processings', 'log', 'recipients'], ['host']]],
  ['material', 'processings.log', [['processings', 'log', 'retention', 'keep'], 'P15D']],
  ['material', 'processings.log', [['processings', 'log', 'retention', 'cap', 'atMost'], 'P1Y']],
  ['material', 'processings.log', [['processings', 'log', 'retention', 'cap', 'after'], 'contract-end']],
  ['material', 'processings.newsletter', [['processings', 'newsletter', 'retention', 'deadline', 'count'], 9]],
  ['material', 'processings.bookkeeping', [['processings', 'bookkeeping', 'retention', 'notice'], undefined]],
  [
    'material',
    'processings.log',
    [['processings', 'log', 'basis'], { article: '6-1-b', contract: text, step: 'perform' }],
  ],
  ['material', 'processings.visits', [['processings', 'visits', 'basis', 'consent'], 'opens']],
  ['material', 'processings.place', [['processings', 'place', 'retention', 'held'], 'database']],
  ['material', 'processings.delivery', [['processings', 'delivery', 'assessment'], undefined]],
  ['material', 'categories.aggregate', [['categories', 'aggregate', 'identifies'], 'pseudonym']],
  ['material', 'categories.aggregate', [['categories', 'aggregate', 'atLeastPeople'], 5]],
  [
    'material',
    'categories.order',
    [
      ['categories', 'order', 'storedIn'],
      ['NO', 'IE', 'US'],
    ],
  ],
  ['material', 'categories.newsletter', [['categories', 'newsletter', 'provision', 'kind'], 'contractual']],
  [
    'material',
    'purposes.delivery',
    [['purposes', 'delivery', 'automatedDecision'], { logic: text, consequence: text }],
  ],
  ['material', 'recipients.host', [['recipients', 'host', 'country'], 'IN']],
  ['material', 'recipients.host', [['recipients', 'host', 'subProcessors'], ['mailer']]],
  ['material', 'recipients.counter', [['recipients', 'counter', 'browser', 'consent'], undefined]],
  ['material', 'consents.newsletter', [['consents', 'newsletter', 'text', 'nb'], 'Send meg alt.']],
  ['material', 'consents.newsletter', [['consents', 'newsletter', 'validFor'], 'P5Y']],
  ['material', 'storage.basket', [['storage', 'basket', 'lifetime'], 'P1Y']],
  ['material', 'storage.basket', [['storage', 'basket', 'uniqueId'], true]],
  ['material', 'storage.counter_*', [['storage', 'counter_*', 'consent'], undefined]],
  [
    'material',
    'storage.pixel',
    [
      ['storage', 'pixel'],
      { store: 'cookie', lifetime: 'P1Y', holds: 'order', purpose: 'delivery', description: text, class: 'marketing' },
    ],
  ],
  ['material', 'claims.unsold', [['claims', 'unsold'], undefined]],
  ['material', 'claims.unsold', [['claims', 'unsold', 'about'], ['order']]],
  ['material', 'claims.direct', [['claims', 'direct', 'about'], ['calls']]],
  ['material', 'mails.receipt', [['mails', 'receipt', 'tracked'], true]],
  ['material', 'mails.letter', [['mails', 'letter', 'consent'], undefined]],
  ['material', 'media.calls', [['media', 'calls', 'way'], 'router-decrypts']],
  ['material', 'documents.terms', [['documents', 'terms', 'text', 'en'], 'You pay more.']],
  ['material', 'addresses.web.log', [['addresses', 'web.log'], 'full']],
  ['material', 'notices', [['notices', 'requests', 'extension'], 'P3M']],
  ['material', 'notices', [['notices', 'policyChange', 'ways'], ['site']]],
  ['material', 'notices', [['notices', 'transferOfBusiness'], undefined]],
  ['material', 'signals', [['signals', 'gpc'], 'ignore']],
  ['material', 'regions', [['regions'], ['EEA', 'CH', 'US', 'IN']]],
  ['material', 'regions', [['regions'], undefined]],
  ['material', 'rights', [['rights'], [text]]],
  ['material', 'edition', [['edition', 'languages'], ['en']]],
  ['material', 'laws.accounts', [['laws', 'accounts', 'minimum', 'keep'], 'P10Y']],
  ['material', 'columns.subscription', [['columns', 'subscription', 'email', 'store'], 'plain']],
]
