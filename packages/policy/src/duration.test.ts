import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDuration } from './duration.ts'
import { languages } from './text.ts'
import { durationInWords, retentionInWords } from './render/phrases.ts'

test.each([
  ['PT12S', [{ unit: 'second', count: 12 }]],
  [
    'P1Y6M',
    [
      { unit: 'year', count: 1 },
      { unit: 'month', count: 6 },
    ],
  ],
  ['P2W', [{ unit: 'week', count: 2 }]],
  ['PT1M', [{ unit: 'minute', count: 1 }]],
  ['P1M', [{ unit: 'month', count: 1 }]],
  ['PT0S', []],
])('%s is read', (duration, parts) => {
  expect(parseDuration(duration)).toEqual(parts)
})

test.each(['', 'P', 'PT', 'P1', '1Y', 'P1Y2', 'PT1D', 'P1S', 'P-1D', 'p1d', 'P1.5D', ' P1D', 'P1DT'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull()
  },
)

test('every duration of whole parts is read as it was written', () => {
  const count = fc.nat(400)
  fc.assert(
    fc.property(count, count, count, count, (years, days, hours, seconds) => {
      const parts = parseDuration(`P${years}Y${days}DT${hours}H${seconds}S`)
      const sum = (unit: string) => parts?.find((part) => part.unit === unit)?.count ?? 0
      expect([sum('year'), sum('day'), sum('hour'), sum('second')]).toEqual([years, days, hours, seconds])
    }),
  )
})

test('a time reads as words in every language', () => {
  expect(languages.map((language) => durationInWords('P1YT12S', language))).toEqual([
    '1 year and 12 seconds',
    '1 år og 12 sekunder',
    '1 år och 12 sekunder',
  ])
})

test('a retention rule reads as one sentence, with its cap where that says more', () => {
  const events = {
    left: { clause: { en: 'you leave', nb: 'du går', sv: 'du går' } },
    broken: { clause: { en: 'your connection breaks', nb: 'forbindelsen er brutt', sv: 'anslutningen bryts' } },
  }
  const rule = { keep: 'PT0S', from: 'left', cap: { atMost: 'PT24S', after: 'broken' }, held: 'memory' } as const
  expect(languages.map((language) => retentionInWords(rule, events, language))).toEqual([
    'until you leave, at the latest 24 seconds after your connection breaks',
    'til du går, senest 24 sekunder etter at forbindelsen er brutt',
    'tills du går, senast 24 sekunder efter att anslutningen bryts',
  ])
  const plain = { ...rule, keep: 'P1D', cap: { atMost: 'P1D', after: 'left' } } as const
  expect(retentionInWords(plain, events, 'nb')).toBe('til 1 dag etter at du går')
  const atOnce = { ...rule, keep: 'P1D', cap: { atMost: 'PT0S', after: 'broken' } } as const
  expect(retentionInWords(atOnce, events, 'en')).toBe(
    'until 1 day after you leave, at the latest when your connection breaks',
  )
})
