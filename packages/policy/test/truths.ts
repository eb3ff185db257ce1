import type { FindingCode } from '../src/check/findings.ts'
import type { Change } from './change.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }

/** Changes of the whole policy that come close to a lie and are none: the code near by must not be found. */
export const truths: readonly (readonly [code: FindingCode, why: string, ...changes: Change[]])[] = [
  ['controller.address.incomplete', 'its postcodes are not looked for', [['controller', 'country'], 'IE']],
  [
    'controller.address.incomplete',
    'a Swedish postcode',
    [['controller', 'address'], 'Gatan 1, 111 22 Stockholm'],
    [['controller', 'country'], 'SE'],
  ],
  ['reference.broken', 'a section of a law', [['scope', 0, 'en'], 'Section 15 of the Marketing Control Act applies.']],
  [
    'text.placeholder',
    'brackets of a link in a document',
    [['documents', 'terms', 'text', 'en'], 'See [the list](https://x.example).'],
  ],
  [
    'category.source.missing',
    'from the person',
    [['categories', 'social', 'source'], 'subject'],
    [['categories', 'social', 'sourceName'], undefined],
  ],
  ['category.location.precise', 'a city', [['categories', 'device', 'fides'], 'user.location.imprecise']],
  ['category.card.stored', 'what was paid, not by which card', [['columns', 'count', 'visits', 'holds'], 'order']],
  [
    'category.telemetry.subject',
    'about who owns it',
    [
      ['categories', 'device', 'subjects'],
      ['device-customer', 'partner'],
    ],
  ],
  [
    'category.telemetry.subject',
    'said to be about a person',
    [['categories', 'device', 'identifies'], 'person'],
    [['categories', 'device', 'subjects'], ['user']],
  ],
  [
    'consent.without.use',
    'used by a script only',
    [['consents', 'extra'], { title: text, text, asked: 'banner', validFor: 'P6M' }],
    [['recipients', 'counter', 'browser', 'consent'], 'extra'],
  ],
  [
    'consent.bundled',
    'two ways of counting',
    [['processings', 'counts', 'basis'], { article: '6-1-a', consent: 'statistical' }],
  ],
  [
    'consent.bundled',
    'needed for the contract, and used on consent too',
    [
      ['processings', 'visits', 'categories'],
      ['analytics', 'order'],
    ],
  ],
  [
    'consent.implied',
    'own customers, who can say no each time',
    [['mails', 'letter', 'consent'], undefined],
    [
      ['processings', 'newsletter', 'basis'],
      { article: '6-1-f', interest: text, balance: text, objection: text, softOptIn: true },
    ],
  ],
  [
    'retention.below.legal.min',
    'a time beyond the law’s, without naming it',
    [['processings', 'bookkeeping', 'retention', 'keep'], 'P6Y'],
    [['processings', 'bookkeeping', 'retention', 'minimum'], undefined],
  ],
  [
    'retention.below.legal.min',
    'the law’s own time',
    [
      ['processings', 'bookkeeping', 'retention'],
      { keep: 'P5Y', from: 'fiscal-year-end', cap: { atMost: 'P5Y', after: 'fiscal-year-end' }, held: 'database' },
    ],
  ],
  [
    'retention.below.legal.min',
    'sixty months are five years',
    [
      ['processings', 'bookkeeping', 'retention'],
      { keep: 'P60M', from: 'fiscal-year-end', cap: { atMost: 'P60M', after: 'fiscal-year-end' }, held: 'database' },
    ],
  ],
  [
    'retention.below.legal.min',
    'a country whose law isn’t known here, and no law named',
    [['controller', 'country'], 'FR'],
    [['processings', 'bookkeeping', 'basis'], { article: '6-1-b', contract: text, step: 'perform' }],
    [['processings', 'bookkeeping', 'retention', 'minimum'], undefined],
  ],
  ['retention.above.cap', '25 months', [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P760D']],
  [
    'retention.above.cap',
    'numbers that identify nobody',
    [['processings', 'visits', 'categories'], ['aggregate']],
    [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P5Y'],
    [
      ['processings', 'log', 'categories'],
      ['web.log', 'device', 'analytics'],
    ],
  ],
  [
    'retention.above.cap',
    'what the person gave, for marketing',
    [['processings', 'newsletter', 'retention', 'cap'], { atMost: 'PT0S', after: 'consent-withdrawn' }],
  ],
  [
    'retention.unbounded',
    'as long as a law asks',
    [['processings', 'bookkeeping', 'retention', 'cap', 'atMost'], 'P40Y'],
  ],
  ['recipient.identity.missing', 'a third party without an agreement', [['recipients', 'bank', 'country'], undefined]],
  [
    'recipient.identity.missing',
    'a category of processors',
    [['recipients', 'host', 'byCategory'], true],
    [['recipients', 'host', 'legalName'], undefined],
  ],
  [
    'recipient.contradicts.claim',
    'about what stays',
    [['claims', 'unsold', 'kind'], 'stored-in-eea-only'],
    [['claims', 'unsold', 'about'], ['analytics']],
  ],
  [
    'recipient.contradicts.claim',
    'said to be in the EEA, and no more',
    [['claims', 'unsold', 'kind'], 'stored-in-eea-only'],
    [['claims', 'unsold', 'about'], ['analytics']],
    [['recipients', 'counter', 'country'], 'EEA'],
  ],
  [
    'recipient.contradicts.claim',
    'processors are no third parties',
    [['claims', 'unsold', 'kind'], 'no-third-parties'],
    [['claims', 'unsold', 'about'], ['analytics']],
  ],
  [
    'recipient.contradicts.claim',
    'others in the call can be anywhere',
    [['recipients', 'people'], { kind: 'participant', title: text, description: text }],
  ],
  ['transfer.tool.missing', 'adequate for everybody there', [['recipients', 'bank', 'country'], 'GB']],
  ['transfer.tool.missing', 'certified, and said so', [['transfers', 'mailer', 'tool'], 'A45-3']],
  [
    'transfer.tool.missing',
    'explicit consent that is asked',
    [['transfers', 'mailer', 'tool'], 'A49-1-a'],
    [['consents', 'newsletter', 'explicit'], true],
  ],
  ['cookie.category.mismatch', 'a number for something else, of ours', [['storage', 'basket', 'uniqueId'], true]],
  ['cookie.consent.missing', 'a setting that the person switches on', [['storage', 'basket', 'class'], 'functional']],
  [
    'cookie.consent.missing',
    'a script that is needed to pay',
    [['recipients', 'bank', 'browser'], { directives: ['script-src'], hosts: ['pay.example'] }],
  ],
  ['cookie.lifetime.long', 'a setting that tells nobody apart', [['storage', 'basket', 'lifetime'], 'P5Y']],
  ['cookie.lifetime.long', 'thirteen months in days', [['storage', 'counter_*', 'lifetime'], 'P395D']],
  [
    'claim.anonymous.false',
    'about a recipient that gets counts only',
    [['claims', 'counted', 'about'], ['bank']],
    [['processings', 'billing', 'recipients'], 'nobody'],
    [['processings', 'counts', 'recipients'], ['bank']],
  ],
  [
    'claim.anonymous.false',
    'cities of at least ten people',
    [['categories', 'aggregate', 'fides'], 'user.contact.address.city'],
  ],
  ['claim.e2e.false', 'about the way of small rooms', [['claims', 'direct', 'people'], undefined]],
  [
    'claim.e2e.false',
    'every router keeps it closed',
    [['media', 'crowds', 'way'], 'router-end-to-end'],
    [['claims', 'direct', 'people'], undefined],
  ],
  ['claim.contradicted', 'no cookie, but storage', [['claims', 'unsold', 'kind'], 'no-cookies'], [['storage'], {}]],
  ['claim.contradicted', 'the live picture, not the recording', [['claims', 'unsold', 'kind'], 'media-not-stored']],
  [
    'claim.contradicted',
    'sealed',
    [['claims', 'unsold', 'kind'], 'no-access-to-content'],
    [['claims', 'unsold', 'about'], ['newsletter']],
  ],
  [
    'claim.contradicted',
    'handed over by law',
    [['purposes', 'billing', 'fides'], 'third_party_sharing.legal_obligation'],
  ],
  [
    'mail.kind.mismatch',
    'a sign-up that waits for its confirmation',
    [['processings', 'newsletter-unconfirmed', 'retention', 'cap', 'atMost'], 'P30D'],
  ],
  [
    'mail.tracked.without-consent',
    'one consent, to being watched',
    [['mails', 'letter', 'trackingConsent'], undefined],
    [['mails', 'letter', 'consent'], 'opens'],
  ],
  ['assessment.missing', 'one mark', [['processings', 'log', 'risks'], ['monitoring']]],
  ['notice.late', 'a month', [['notices', 'requests', 'answer'], 'P1M']],
  ['notice.late', 'three days', [['notices', 'breach', 'authority'], 'P3D']],
  ['notice.late', 'two weeks ahead', [['notices', 'policyChange', 'ahead'], 'P2W']],
  [
    'address.kept-long',
    'whole, for a week',
    [['addresses', 'web.log'], 'full'],
    [['processings', 'log', 'retention', 'keep'], 'P7D'],
    [['processings', 'log', 'retention', 'cap', 'atMost'], 'P1W'],
  ],
  [
    'address.kept-long',
    'whole, in memory',
    [['addresses', 'web.log'], 'full'],
    [['processings', 'log', 'retention', 'held'], 'memory'],
  ],
  ['review.overdue', 'due today', [['reviews', 'risks', 'last'], '2025-11-22']],
  ['review.overdue', 'due in a long time', [['reviews', 'risks', 'every'], 'P999999Y']],
]
