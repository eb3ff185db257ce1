import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Duration } from './duration.ts'
import { isSurelyLonger, maybeShorter } from './span.ts'

test.each([
  ['P1Y', 'P12M', false, false],
  ['P13M', 'P1Y', true, false],
  ['P30D', 'P1M', false, true],
  ['P31D', 'P1M', false, false],
  ['P32D', 'P1M', true, false],
  ['P28D', 'P1M', false, true],
  ['P1825D', 'P5Y', false, true],
  ['P1826D', 'P5Y', false, true],
  ['P1827D', 'P5Y', false, false],
  ['P395D', 'P13M', false, true],
  ['P398D', 'P13M', true, false],
  ['PT72H', 'P3D', false, false],
  ['P1W', 'P7D', false, false],
  ['PT0S', 'P1D', false, true],
] as [Duration, Duration, boolean, boolean][])(
  '%s beside %s: surely longer %s, maybe shorter %s',
  (one, other, longer, shorter) => {
    expect([isSurelyLonger([one], [other]), maybeShorter([one], [other])]).toEqual([longer, shorter])
  },
)

const duration = fc
  .record({ Y: fc.nat(30), M: fc.nat(40), W: fc.nat(60), D: fc.nat(2_000) })
  .map(({ Y, M, W, D }): Duration => `P${Y}Y${M}M${W}W${D}D`)
const day = fc.tuple(
  fc.integer({ min: 1990, max: 2095 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
)

test('what is surely longer ends later from every day, and what can’t be shorter never ends earlier', () => {
  fc.assert(
    fc.property(duration, duration, day, (one, other, [year, month, date]) => {
      const from = Temporal.PlainDate.from({ year, month, day: date })
      // Years and months, then days, as calendars are read; the next century's missing leap day is beyond the question.
      const [oneEnd, otherEnd] = [from.add(one), from.add(other)]
      fc.pre(Math.max(oneEnd.year, otherEnd.year) < 2100)
      const order = Temporal.PlainDate.compare(oneEnd, otherEnd)
      if (isSurelyLonger([one], [other])) expect(order).toBe(1)
      if (!maybeShorter([one], [other])) expect(order).not.toBe(-1)
    }),
    { numRuns: 2_000 },
  )
})

test('times of a list are taken together', () => {
  expect(isSurelyLonger(['P6Y'], ['P5Y', 'P1Y'])).toBe(false)
  expect(maybeShorter(['P6Y'], ['P5Y', 'P1Y'])).toBe(false)
  expect(maybeShorter(['P5Y'], ['P5Y', 'P1Y'])).toBe(true)
})
