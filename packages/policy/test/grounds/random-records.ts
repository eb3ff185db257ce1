import fc from 'fast-check'
import type { Hold, RecordFacts } from '../../src/grounds/index.ts'
import { holdGrounds } from '../../src/grounds/index.ts'
import type { LegalBasis } from '../../src/legal-basis.ts'
import type { RetentionRule } from '../../src/retention.ts'
import { bases, consent, law, policyOf, processing, rule } from './ground-policy.ts'

const events = [
  'collected',
  'last-activity',
  'last-message',
  'account-closed',
  'contract-end',
  'transaction',
  'fiscal-year-end',
  'consent-withdrawn',
] as const
const purposes = ['service', 'support', 'newsletter', 'improvement'] as const
const start = Date.parse('2020-01-01T00:00:00Z')
const span = 12 * 366 * 86_400_000

/** Any instant of twelve years, or the very same as others take. */
export const instants = fc
  .oneof(fc.integer({ min: 0, max: span }), fc.constantFrom(0, span / 4, span / 2))
  .map((offset) => new Date(start + offset))

export const durations = fc.oneof(
  fc.constantFrom<RetentionRule['keep']>('PT0S', 'P1D', 'P30D', 'P1Y', 'P24M', 'P5Y', 'PT12H'),
  fc.tuple(fc.nat(6), fc.nat(14), fc.nat(40)).map(([y, m, d]): RetentionRule['keep'] => `P${y}Y${m}M${d}D`),
)

const deadlines: fc.Arbitrary<RetentionRule['deadline']> = fc.oneof(
  fc.constant(undefined),
  fc.record({
    count: fc.nat(10),
    unit: fc.constantFrom('hour' as const, 'day' as const, 'working-day' as const),
    calendar: fc.constantFrom('NO' as const, 'SE' as const, undefined),
  }),
)

export const rules = fc
  .record({
    from: fc.constantFrom(...events),
    keep: durations,
    cap: fc.record({ atMost: durations, after: fc.constantFrom(...events) }),
    minimum: fc.option(fc.constantFrom('books', 'goods'), { nil: undefined, freq: 4 }),
    deadline: deadlines,
    notice: fc.option(fc.record({ before: durations, mail: fc.constant('goodbye') }), { nil: undefined, freq: 5 }),
    outcome: fc.constantFrom('delete' as const, 'anonymise' as const),
  })
  .map(({ from, keep, outcome, ...more }) => rule(from, keep, { ...more, then: outcome }))

const legalBases: fc.Arbitrary<LegalBasis> = fc.oneof(
  fc.constantFrom<LegalBasis>(bases.contract, bases.interest, bases.vital, bases.law('acts'), bases.law('books')),
  fc.constantFrom<LegalBasis>(bases.task('acts'), bases.consent('news'), bases.consent('look')),
)

const processings = fc
  .record({
    purpose: fc.constantFrom(...purposes),
    category: fc.constantFrom('data', 'data', 'observed'),
    basis: legalBases,
    retention: rules,
  })
  .map((one) => processing(one.purpose, one.category, one.basis, one.retention))

/** Policies of up to four processings, with laws that ask for keeping. */
export const policies = fc
  .record({
    processings: fc.array(processings, { minLength: 0, maxLength: 4 }),
    books: fc.tuple(durations, fc.constantFrom(...events)),
    goods: fc.tuple(durations, fc.constantFrom(...events)),
    validFor: durations,
  })
  .map((one) =>
    policyOf(Object.fromEntries(one.processings.map((each, index) => [`p${index}`, each])), {
      laws: {
        books: law(...one.books),
        goods: law(...one.goods),
        acts: { title: { en: 'x', nb: 'x', sv: 'x' }, country: 'NO' },
      },
      consents: { news: consent(one.validFor), look: consent() },
    }),
  )

const sometimes = fc.option(instants, { nil: undefined })

const answers = fc.array(
  fc.record({ at: instants, given: fc.boolean(), expiresAt: sometimes, supersededAt: sometimes }),
  { maxLength: 4 },
)

const objections = fc.array(
  fc.record({
    purpose: fc.constantFrom(...purposes),
    at: instants,
    decision: fc.option(
      fc.record({ at: instants, outcome: fc.constantFrom('upheld' as const, 'overridden' as const) }),
      { nil: undefined },
    ),
  }),
  { maxLength: 2 },
)

export const holds = fc
  .record({
    id: fc.uuid(),
    ground: fc.constantFrom(...holdGrounds),
    categories: fc.constantFrom(['data'], ['observed'], ['data', 'observed']),
    placedAt: instants,
    reviewBy: instants,
    releasedAt: sometimes,
  })
  .map((hold): Hold => hold)

/** Facts of records with both categories, of everything that can happen. */
export const records: fc.Arbitrary<RecordFacts> = fc.record({
  categories: fc.constant(['data', 'observed']),
  madeAt: instants,
  events: fc.dictionary(fc.constantFrom(...events, 'contract-start'), instants, { maxKeys: 6 }),
  consents: fc.record({ news: answers, look: answers }, { requiredKeys: [] }),
  objections,
  restrictions: fc.array(fc.record({ at: instants, liftedAt: sometimes }), { maxLength: 2 }),
  erasedAt: fc.option(instants, { freq: 3 }),
  holds: fc.array(holds, { maxLength: 2 }),
  notices: fc.dictionary(fc.constant('goodbye'), fc.oneof(instants, fc.constant('no-address' as const))),
  gone: fc.constant({}),
})
