import { expect, test } from 'vitest'
import { at, bases, consent, factsOf, fate, law, policyOf, processing, rule } from '../../test/grounds/ground-policy.ts'
import { explainFate } from './explain.ts'
import { timeline } from './timeline.ts'

const policy = policyOf(
  {
    news: processing('newsletter', 'data', bases.consent('news'), rule('consent-withdrawn', 'PT0S')),
    order: processing('service', 'data', bases.contract, rule('contract-end', 'PT0S')),
    books: processing('bookkeeping', 'data', bases.law('books'), rule('fiscal-year-end', 'P6Y')),
  },
  { laws: { books: law('P5Y', 'fiscal-year-end') }, consents: { news: consent() } },
)
const facts = {
  events: { transaction: at('2026-06-01T12:00:00Z'), 'contract-start': at('2026-06-01T12:00:00Z') },
  consents: { news: [{ at: at('2026-06-01T12:00:00Z'), given: true }] },
  erasedAt: at('2027-01-01T12:00:00Z'),
}

test('row G04: what outlives erasure says under which exception, and until when', () => {
  const hold = {
    id: 'h',
    categories: ['data'],
    ground: '17-3-e',
    placedAt: at('2026-07-01T00:00:00Z'),
    reviewBy: at('2027-07-01T00:00:00Z'),
  } as const
  expect(explainFate(fate(policy, facts, '2027-01-01T12:00:00Z'))).toEqual({
    category: 'data',
    state: 'restricted',
    kept: [{ kind: 'minimum', law: 'books', until: at('2031-12-31T23:00:00Z'), exception: '17-3-b' }],
    because: [],
    until: at('2031-12-31T23:00:00Z'),
    deletedBy: at('2032-01-01T23:00:00Z'),
  })
  const held = explainFate(fate(policy, { ...facts, holds: [hold] }, '2027-01-01T12:00:00Z'))
  expect(held.kept.map(({ kind, exception }) => [kind, exception])).toEqual([
    ['minimum', '17-3-b'],
    ['hold', '17-3-e'],
  ])
  expect(held).toMatchObject({ until: null, deletedBy: null })
})

test('row G03: what went says what ended last, and when', () => {
  expect(explainFate(fate(policy, facts, '2032-06-01T00:00:00Z'))).toMatchObject({
    state: 'gone',
    kept: [],
    because: [{ kind: 'minimum', law: 'books', by: 'minimum-over', at: at('2031-12-31T23:00:00Z') }],
    until: at('2031-12-31T23:00:00Z'),
  })
  const only = policyOf({ news: policy.processings['news'] ?? processing('x', 'data', bases.vital, rule('x', 'P1D')) })
  expect(explainFate(fate(only, facts, '2027-01-01T12:00:00Z')).because).toEqual([
    { kind: 'processing', processing: 'news', by: 'erased', at: facts.erasedAt },
  ])
})

test('rows R03, R06: a timeline tells what will change and when, and sends the mails on the way', () => {
  const steps = timeline(policy, factsOf(facts), at('2026-12-01T00:00:00Z'), at('2040-01-01T00:00:00Z'))
  expect(steps.map(({ at: when, fates }) => [when.toISOString(), fates[0]?.state])).toEqual([
    ['2026-12-01T00:00:00.000Z', 'in-use'],
    ['2027-01-01T12:00:00.000Z', 'restricted'],
    ['2031-12-31T23:00:00.000Z', 'gone'],
  ])
  const idle = policyOf({
    account: processing('service', 'data', bases.contract, {
      ...rule('last-activity', 'P24M'),
      notice: { before: 'P30D', mail: 'idle' },
    }),
  })
  const asleep = factsOf({ events: { 'last-activity': at('2026-06-01T12:00:00Z') } })
  const told = timeline(idle, asleep, at('2026-06-01T12:00:00Z'), at('2040-01-01T00:00:00Z'))
  expect(told.map(({ at: when, fates }) => [when.toISOString(), fates[0]?.state])).toEqual([
    ['2026-06-01T12:00:00.000Z', 'in-use'],
    ['2028-05-02T12:00:00.000Z', 'in-use'],
    ['2028-06-01T12:00:00.000Z', 'gone'],
  ])
})
