import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLocal, toLocal } from './end-time.ts'

test.each([
  ['2026-12-01T15:00', 'Europe/Oslo', '2026-12-01T14:00:00.000Z'],
  ['2026-07-01T15:00', 'Europe/Oslo', '2026-07-01T13:00:00.000Z'],
  // Skipped by the clocks, and shown twice by them.
  ['2026-03-29T02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Oslo', '2026-10-25T01:30:00.000Z'],
  ['2026-07-01T15:00', 'Asia/Kathmandu', '2026-07-01T09:15:00.000Z'],
])('%s in %s', (text, zone, expected) => {
  expect(fromLocal(text, zone)?.toISOString()).toBe(expected)
})

test.each(['', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01', '2026-01-01T24:00', 'now', '2026-01-01T10:00:00'])(
  '%j is no time',
  (text) => expect(fromLocal(text, 'Europe/Oslo')).toBe(null),
)

test('what is shown is read back', () => {
  const minute = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(minute, fc.constantFrom('Europe/Oslo', 'America/St_Johns', 'Pacific/Apia'), (at, zone) => {
      const shown = toLocal(at, zone)
      const read = fromLocal(shown, zone)
      expect(read === null ? null : toLocal(read, zone)).toBe(shown)
    }),
  )
})
