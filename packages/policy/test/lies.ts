import type { FindingCode } from '../src/check/findings.ts'
import type { Change } from './change.ts'

/** Changes of the whole policy that make it lie, each with the code that has to say so, and where. */
export const lies: readonly (readonly [code: FindingCode, at: string, ...changes: Change[]])[] = [
  ['controller.identity.missing', 'controller', [['controller'], null]],
  ['controller.identity.missing', 'controller.email', [['controller', 'email'], ' ']],
  ['controller.address.incomplete', 'controller.address', [['controller', 'address'], 'Storgata 1, Oslo']],
  ['reference.broken', 'processings.log.purpose', [['processings', 'log', 'purpose'], 'none']],
  ['reference.broken', 'mails.letter.trackingConsent', [['mails', 'letter', 'trackingConsent'], 'none']],
  ['reference.broken', 'claims.unsold.about.0', [['claims', 'unsold', 'about'], ['none']]],
  ['reference.broken', 'scope.0.en', [['scope', 0, 'en'], 'See section 3.3 about that.']],
  ['reference.broken', 'inShort.0.sv', [['inShort', 0, 'sv'], 'Se avsnitt 4.']],
  ['section.empty', 'inShort', [['inShort'], []]],
  ['text.missing', 'processings.log.title.nb', [['processings', 'log', 'title', 'nb'], '']],
  ['text.placeholder', 'scope.1.en', [['scope', 1, 'en'], 'Kept for [three years].']],
  ['text.placeholder', 'lists.principles.items.0.en', [['lists', 'principles', 'items', 0, 'en'], 'TBD']],
  ['category.without-processing', 'categories.place', [['processings', 'place'], undefined]],
  ['purpose.unused', 'purposes.hosting', [['processings', 'hosting'], undefined]],
  ['category.source.missing', 'categories.social.sourceName', [['categories', 'social', 'sourceName'], undefined]],
  ['recipient.undeclared', 'processings.log.recipients.0', [['processings', 'log', 'recipients'], ['nobody knows']]],
  ['recipient.by-category', 'recipients.bank.byCategory', [['recipients', 'bank', 'byCategory'], true]],
  ['retention.malformed', 'processings.log.retention.keep', [['processings', 'log', 'retention', 'keep'], 'long']],
  ['retention.malformed', 'notices.breach.authority', [['notices', 'breach', 'authority'], 'soon']],
  ['retention.malformed', 'reviews.risks.every', [['reviews', 'risks', 'every'], 'yearly']],

  // Precise location without consent, whatever it is called.
  [
    'category.location.precise',
    'processings.place.basis',
    [['processings', 'place', 'basis'], { article: '6-1-b', contract: { en: 'x', nb: 'x', sv: 'x' }, step: 'perform' }],
  ],
  ['category.location.precise', 'processings.log.basis', [['categories', 'device', 'dpv'], 'pd:GPSCoordinate']],
  [
    'category.card.stored',
    'processings.billing.retention.held',
    [['processings', 'billing', 'retention', 'held'], 'memory'],
  ],
  ['category.card.stored', 'columns.count.visits', [['columns', 'count', 'visits', 'holds'], 'card']],
  ['category.card.stored', 'live.visitor.page', [['live', 'visitor', 'page', 'holds'], 'card']],
  ['category.card.stored', 'storage.basket.holds', [['storage', 'basket', 'holds'], 'card']],
  ['category.telemetry.subject', 'categories.device.subjects', [['categories', 'device', 'subjects'], ['user']]],
  [
    'category.telemetry.subject',
    'categories.device.identifies',
    [['columns', 'subscription', 'quality'], { holds: 'device', title: { en: 'x', nb: 'x', sv: 'x' } }],
  ],

  [
    'consent.without.use',
    'consents.opens',
    [['processings', 'opens'], undefined],
    [['mails', 'letter', 'trackingConsent'], undefined],
  ],
  ['consent.without.use', 'consents.newsletter', [['mails', 'letter'], undefined]],
  ['consent.bundled', 'consents.place.withdrawalEnds', [['consents', 'place', 'withdrawalEnds'], 'service']],
  ['consent.bundled', 'consents.statistical', [['processings', 'place', 'basis', 'consent'], 'statistical']],
  ['consent.bundled', 'categories.place.provision', [['categories', 'place', 'provision', 'kind'], 'contractual']],
  ['consent.implied', 'mails.letter.consent', [['mails', 'letter', 'consent'], undefined]],
  [
    'consent.implied',
    'processings.delivery.basis',
    [['purposes', 'delivery', 'fides'], 'marketing.advertising.third_party.targeted'],
  ],

  // Five years from the order can end before five years from the end of the year it was made in.
  [
    'retention.below.legal.min',
    'processings.bookkeeping.retention.keep',
    [['processings', 'bookkeeping', 'retention', 'keep'], 'P5Y'],
    [['processings', 'bookkeeping', 'retention', 'minimum'], undefined],
  ],
  [
    'retention.below.legal.min',
    'processings.bookkeeping.retention.cap',
    [['processings', 'bookkeeping', 'retention', 'cap', 'atMost'], 'P5Y'],
  ],
  // Not naming the law hides nothing: the purpose and the country are enough.
  [
    'retention.below.legal.min',
    'processings.bookkeeping.retention.keep',
    [['processings', 'bookkeeping', 'retention', 'minimum'], undefined],
    [
      ['processings', 'bookkeeping', 'basis'],
      { article: '6-1-b', contract: { en: 'x', nb: 'x', sv: 'x' }, step: 'perform' },
    ],
    [['laws'], {}],
  ],
  // Nor does a law that is said to ask for less than it does.
  [
    'retention.below.legal.min',
    'processings.bookkeeping.retention.keep',
    [['laws', 'accounts', 'minimum', 'keep'], 'P3Y'],
  ],
  // 1,825 days are less than five years, which have a leap day at least.
  [
    'retention.below.legal.min',
    'processings.bookkeeping.retention.keep',
    [
      ['processings', 'bookkeeping', 'retention'],
      { keep: 'P1825D', from: 'fiscal-year-end', cap: { atMost: 'P10Y', after: 'transaction' }, held: 'database' },
    ],
  ],
  [
    'retention.above.cap',
    'processings.visits.retention.cap',
    [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P5Y'],
  ],
  // Until you withdraw is until you think of it.
  [
    'retention.above.cap',
    'processings.visits.retention.cap',
    [['processings', 'visits', 'retention', 'cap'], { atMost: 'PT0S', after: 'consent-withdrawn' }],
  ],
  // Behaviour stays behaviour where its use is called improvement.
  [
    'retention.above.cap',
    'processings.visits.retention.cap',
    [['purposes', 'analytics', 'fides'], 'functional.service.improve'],
    [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P3Y'],
  ],
  ['retention.above.cap', 'processings.log.retention.cap', [['processings', 'log', 'retention', 'keep'], 'P30D']],
  [
    'retention.unbounded',
    'processings.delivery.retention.cap',
    [['processings', 'delivery', 'retention', 'cap', 'atMost'], 'P99Y'],
  ],

  ['recipient.identity.missing', 'recipients.host', [['recipients', 'host', 'agreement'], undefined]],
  ['recipient.contradicts.claim', 'regions.0', [['regions'], ['EEA']]],
  ['recipient.contradicts.claim', 'claims.unsold.kind', [['claims', 'unsold', 'kind'], 'no-third-parties']],
  [
    'recipient.contradicts.claim',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'no-third-parties'],
    [['claims', 'unsold', 'about'], ['analytics']],
    [['purposes', 'analytics', 'fides'], 'marketing.advertising'],
  ],
  ['recipient.contradicts.claim', 'claims.unsold.kind', [['claims', 'unsold', 'kind'], 'stored-in-eea-only']],
  // Who passes it on takes it out, and so does nobody knows where.
  [
    'recipient.contradicts.claim',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'stored-in-eea-only'],
    [['claims', 'unsold', 'about'], ['analytics']],
    [['recipients', 'counter', 'subProcessors'], ['mailer']],
  ],
  [
    'recipient.contradicts.claim',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'stored-in-eea-only'],
    [['claims', 'unsold', 'about'], ['order']],
    [['recipients', 'bank', 'country'], undefined],
  ],
  ['transfer.tool.missing', 'recipients.mailer.country', [['transfers'], {}]],
  ['transfer.tool.missing', 'recipients.bank.country', [['recipients', 'bank', 'country'], 'IN']],
  ['transfer.tool.missing', 'transfers.mailer.tool', [['transfers', 'mailer', 'tool'], 'A49-1-a']],
  [
    'transfer.tool.missing',
    'transfers.mailer.tool',
    [['transfers', 'mailer', 'tool'], 'A45-3'],
    [['transfers', 'mailer', 'to'], 'IN'],
  ],
  ['transfer.tool.missing', 'categories.order.storedIn', [['categories', 'order', 'storedIn'], ['IN']]],

  ['cookie.category.mismatch', 'storage.counter_*.class', [['storage', 'counter_*', 'class'], 'functional']],
  ['cookie.category.mismatch', 'storage.counter_*.class', [['storage', 'counter_*', 'class'], undefined]],
  // A number that a company follows people by, whatever it is said to be for.
  [
    'cookie.category.mismatch',
    'storage.counter_*.class',
    [['storage', 'counter_*', 'class'], 'functional'],
    [['storage', 'counter_*', 'purpose'], 'delivery'],
  ],
  ['cookie.category.mismatch', 'storage.counter_*.class', [['storage', 'counter_*', 'purpose'], 'newsletter']],
  ['cookie.consent.missing', 'storage.counter_*.consent', [['storage', 'counter_*', 'consent'], undefined]],
  ['cookie.consent.missing', 'storage.chat.open.consent', [['recipients', 'chat', 'browser', 'onClick'], undefined]],
  [
    'cookie.consent.missing',
    'recipients.counter.browser',
    [['recipients', 'counter', 'browser', 'consent'], undefined],
  ],
  ['cookie.lifetime.long', 'storage.counter_*.lifetime', [['storage', 'counter_*', 'lifetime'], 'P2Y']],
  [
    'cookie.lifetime.long',
    'storage.counter_*.lifetime',
    [['storage', 'counter_*', 'store'], 'local'],
    [['storage', 'counter_*', 'lifetime'], 'until-cleared'],
  ],

  ['claim.anonymous.false', 'claims.counted.kind', [['claims', 'counted', 'about'], ['analytics']]],
  ['claim.anonymous.false', 'claims.counted.kind', [['claims', 'counted', 'about'], ['counter_*']]],
  ['claim.anonymous.false', 'claims.counted.kind', [['claims', 'counted', 'about'], ['counter']]],
  ['claim.anonymous.false', 'claims.counted.kind', [['claims', 'counted', 'about'], undefined]],
  [
    'claim.anonymous.false',
    'categories.aggregate.identifies',
    [['categories', 'aggregate', 'atLeastPeople'], undefined],
  ],
  ['claim.anonymous.false', 'categories.aggregate.identifies', [['storage', 'counter_*', 'holds'], 'aggregate']],
  [
    'claim.anonymous.false',
    'categories.aggregate.identifies',
    [['categories', 'aggregate', 'fides'], 'user.unique_id'],
  ],
  [
    'claim.anonymous.false',
    'categories.aggregate.identifies',
    [['columns', 'count', 'who'], { holds: 'newsletter', title: { en: 'x', nb: 'x', sv: 'x' } }],
  ],
  [
    'claim.e2e.false',
    'claims.direct.kind',
    [['claims', 'direct', 'people'], undefined],
    [['claims', 'direct', 'about'], undefined],
  ],
  ['claim.e2e.false', 'claims.direct.kind', [['media', 'crowds', 'fewest'], 2]],
  // A way of its own for small rooms is no help where another is taken in them too.
  [
    'claim.e2e.false',
    'claims.direct.kind',
    [['claims', 'direct', 'people'], undefined],
    [['media', 'crowds', 'fewest'], 3],
  ],
  ['claim.contradicted', 'claims.unsold.kind', [['purposes', 'billing', 'dpv'], 'dpv:SellDataToThirdParties']],
  ['claim.contradicted', 'claims.unsold.kind', [['purposes', 'billing', 'fides'], 'third_party_sharing']],
  [
    'claim.contradicted',
    'claims.mechanical.kind',
    [
      ['purposes', 'billing', 'automatedDecision'],
      { logic: { en: 'x', nb: 'x', sv: 'x' }, consequence: { en: 'x', nb: 'x', sv: 'x' } },
    ],
  ],
  ['claim.contradicted', 'claims.unsold.kind', [['claims', 'unsold', 'kind'], 'no-tracking']],
  ['claim.contradicted', 'claims.unsold.kind', [['claims', 'unsold', 'kind'], 'no-cookies']],
  ['claim.contradicted', 'claims.unsold.kind', [['claims', 'unsold', 'kind'], 'no-mail-tracking']],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'no-profiling'],
    [['processings', 'log', 'risks'], ['profiling']],
  ],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'addresses-cut'],
    [['addresses', 'web.log'], 'full'],
  ],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'guest-leaves-nothing'],
    [
      ['categories', 'newsletter', 'subjects'],
      ['subscriber', 'guest'],
    ],
  ],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'media-not-stored'],
    [['claims', 'unsold', 'about'], ['order']],
  ],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'no-access-to-content'],
    [['claims', 'unsold', 'about'], ['aggregate']],
  ],
  [
    'claim.contradicted',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'stored-in-eea-only'],
    [['claims', 'unsold', 'about'], ['analytics']],
    [['categories', 'analytics', 'storedIn'], ['US']],
  ],

  ['mail.kind.mismatch', 'mails.letter.kind', [['mails', 'letter', 'kind'], 'service']],
  ['mail.kind.mismatch', 'mails.receipt.kind', [['mails', 'receipt', 'kind'], 'marketing']],
  // Hints before and after a trial, sent because there is a contract.
  [
    'mail.kind.mismatch',
    'processings.newsletter-unconfirmed.basis',
    [['processings', 'newsletter-unconfirmed', 'basis', 'step'], 'perform'],
  ],
  [
    'mail.kind.mismatch',
    'processings.newsletter-unconfirmed.basis',
    [['processings', 'newsletter-unconfirmed', 'retention', 'cap', 'atMost'], 'P1Y'],
  ],
  ['mail.tracked.without-consent', 'mails.receipt.tracked', [['mails', 'receipt', 'tracked'], true]],
  ['mail.tracked.without-consent', 'mails.letter.tracked', [['mails', 'letter', 'trackingConsent'], undefined]],

  ['assessment.missing', 'processings.delivery.assessment', [['processings', 'delivery', 'assessment'], undefined]],
  // Not naming the marks hides nothing.
  [
    'assessment.missing',
    'processings.delivery.assessment',
    [['processings', 'delivery', 'assessment'], ' '],
    [['processings', 'delivery', 'risks'], undefined],
  ],
  ['notice.late', 'notices.requests.answer', [['notices', 'requests', 'answer'], 'P6W']],
  ['notice.late', 'notices.requests.extension', [['notices', 'requests', 'extension'], 'P3M']],
  ['notice.late', 'notices.breach.authority', [['notices', 'breach', 'authority'], 'P4D']],
  ['notice.late', 'notices.policyChange.ahead', [['notices', 'policyChange', 'ahead'], 'P1W']],
  ['notice.late', 'notices.transferOfBusiness.ahead', [['notices', 'transferOfBusiness', 'ahead'], 'PT0S']],
  ['address.kept-long', 'addresses.web.log', [['addresses', 'web.log'], 'full']],
  ['address.kept-long', 'processings.log.retention', [['addresses'], undefined]],
  ['signal.ignored', 'signals.gpc', [['signals', 'gpc'], 'ignore']],
  ['review.overdue', 'reviews.risks.last', [['reviews', 'risks', 'last'], '2025-11-21']],
  ['review.overdue', 'reviews.risks.last', [['reviews', 'risks', 'last'], undefined]],

  // Held by somebody, and nobody is said to have it.
  ['recipient.undeclared', 'processings.billing.recipients', [['processings', 'billing', 'recipients'], 'nobody']],
  [
    'cookie.lifetime.long',
    'storage.basket.lifetime',
    [['storage', 'basket', 'uniqueId'], true],
    [['storage', 'basket', 'lifetime'], 'P2Y'],
  ],
  // Loaded after one answer, and waiting for another.
  ['cookie.consent.missing', 'storage.counter_*.consent', [['storage', 'counter_*', 'consent'], 'place']],
  [
    'consent.bundled',
    'consents.statistical',
    [['storage', 'basket', 'class'], 'functional'],
    [['storage', 'basket', 'consent'], 'statistical'],
  ],
  // Called a group of nobody in particular, an authority, or others in the call: who has hosts is a service.
  [
    'recipient.identity.missing',
    'recipients.counter',
    [['recipients', 'counter', 'byCategory'], true],
    [['recipients', 'counter', 'legalName'], undefined],
  ],
  [
    'transfer.tool.missing',
    'recipients.court.country',
    [['recipients', 'court', 'country'], 'IN'],
    [['recipients', 'court', 'hosts'], ['x.example']],
  ],
  ['recipient.contradicts.claim', 'regions.0', [['recipients', 'court', 'hosts'], ['x.example']]],
  [
    'recipient.contradicts.claim',
    'claims.unsold.kind',
    [['claims', 'unsold', 'kind'], 'no-third-parties'],
    [['claims', 'unsold', 'about'], ['order']],
    [['recipients', 'bank'], undefined],
    [['recipients', 'court', 'hosts'], ['x.example']],
  ],
  ['claim.anonymous.false', 'categories.aggregate.identifies', [['categories', 'aggregate', 'atLeastPeople'], 2]],
  // What a tracker writes was not given.
  [
    'retention.above.cap',
    'processings.visits.retention.cap',
    [['categories', 'analytics', 'source'], 'subject'],
    [['processings', 'visits', 'retention', 'cap', 'atMost'], 'P5Y'],
  ],
  ['claim.e2e.false', 'inShort.1', [['inShort', 1, 'sv'], 'Alla samtal är krypterade från ände till ände.']],
  ['claim.e2e.false', 'claims.unsold.says', [['claims', 'unsold', 'says', 'en'], 'Calls are end-to-end encrypted.']],
]
