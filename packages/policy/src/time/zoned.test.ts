import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Duration } from '../duration.ts'
import { addDuration, endOfFiscalYear, inZone, subtractDuration, wholeDay } from './zoned.ts'

const oslo = 'Europe/Oslo'
const later = (at: string, duration: Duration, zone = oslo) => addDuration(new Date(at), duration, zone).toISOString()

test.each<[string, Duration, string, string]>([
  // The night of 29 March 2026 has no 02:30, and 25 October has two.
  ['2026-03-28T12:00:00+01:00', 'P1D', '2026-03-29T12:00:00+02:00', 'a day keeps the time of day'],
  ['2026-03-28T12:00:00+01:00', 'PT24H', '2026-03-29T13:00:00+02:00', 'hours pass as they pass'],
  ['2026-03-28T02:30:00+01:00', 'P1D', '2026-03-29T03:30:00+02:00', 'a time that is skipped is the one after'],
  ['2026-10-24T02:30:00+02:00', 'P1D', '2026-10-25T02:30:00+02:00', 'a time there twice is the first'],
  ['2026-10-24T12:00:00+02:00', 'P1DT24H', '2026-10-26T12:00:00+01:00', 'days go first, then hours'],
  ['2026-10-25T02:30:00+01:00', 'PT0S', '2026-10-25T02:30:00+01:00', 'at once is at once'],
  ['2026-01-31T10:00:00+01:00', 'P1M', '2026-02-28T10:00:00+01:00', 'a month without that day gives its last'],
  ['2028-02-29T10:00:00+01:00', 'P1Y', '2029-02-28T10:00:00+01:00', 'a leap day is the last of February'],
  ['2028-02-29T10:00:00+01:00', 'P4Y', '2032-02-29T10:00:00+01:00', 'or itself in a leap year'],
  ['2026-01-31T23:30:00Z', 'P1M', '2026-02-28T23:30:00Z', 'days are the zone’s: in Oslo February has begun'],
  ['2026-06-01T10:00:00+02:00', 'P2W', '2026-06-15T10:00:00+02:00', 'weeks'],
])('%s and %s is %s: %s', (at, duration, expected) => {
  expect(later(at, duration)).toBe(new Date(expected).toISOString())
})

test('row R02: three years and 1095 days are the same where no leap day is between, and not elsewhere', () => {
  expect(later('2025-06-01T10:00:00Z', 'P3Y')).toBe('2028-06-01T10:00:00.000Z')
  expect(later('2025-06-01T10:00:00Z', 'P1095D')).toBe('2028-05-31T10:00:00.000Z')
  expect(later('2028-06-01T10:00:00Z', 'P3Y')).toBe(later('2028-06-01T10:00:00Z', 'P1095D'))
})

test('row R15: 72 hours to the authority are 72 hours, over the change of clocks and holidays too', () => {
  expect(later('2026-03-28T10:00:00Z', 'PT72H')).toBe('2026-03-31T10:00:00.000Z')
})

test('what lies beyond the calendar gives its end, and what is no duration nothing', () => {
  expect(later('2026-01-01T00:00:00Z', 'P999999Y')).toBe('+275760-09-13T00:00:00.000Z')
  expect(later('2026-01-01T00:00:00Z', 'P99999999999999999999D')).toBe('+275760-09-13T00:00:00.000Z')
  expect(() => later('2026-01-01T00:00:00Z', 'P1Q')).toThrow(RangeError)
  expect(() => later('2026-01-01T00:00:00Z', 'P1D', 'Europe/Atlantis')).toThrow(RangeError)
  expect(() => later('no day', 'P1D')).toThrow(RangeError)
})

test('row R06: a fiscal year ends when the year does where the policy counts', () => {
  const end = (at: string, zone = oslo) => endOfFiscalYear(new Date(at), zone).toISOString()
  expect(end('2026-03-05T12:00:00Z')).toBe('2026-12-31T23:00:00.000Z')
  expect(end('2026-12-31T22:59:59.999Z')).toBe('2026-12-31T23:00:00.000Z')
  expect(end('2026-12-31T23:00:00Z')).toBe('2027-12-31T23:00:00.000Z')
  expect(end('2026-12-31T23:30:00Z', 'UTC')).toBe('2027-01-01T00:00:00.000Z')
  expect(later(end('2026-12-31T22:59:59Z'), 'P5Y')).toBe('2031-12-31T23:00:00.000Z')
})

test('a day that has begun ends at midnight, 23 and 25 hours long where the clock changes', () => {
  const end = (at: string) => wholeDay(new Date(at), oslo).toISOString()
  expect(end('2026-03-29T00:00:00.001+01:00')).toBe('2026-03-29T22:00:00.000Z')
  expect(end('2026-10-25T00:00:00.001+02:00')).toBe('2026-10-25T23:00:00.000Z')
  expect(end('2026-10-25T00:00:00+02:00')).toBe('2026-10-24T22:00:00.000Z')
})

const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const zones = fc.constantFrom(
  'Europe/Oslo',
  'Europe/Stockholm',
  'UTC',
  'Atlantic/Azores',
  'Pacific/Apia',
  'America/St_Johns',
)
const counts = fc.nat(400)
const hour = 3_600_000

test('nothing is before its event, and every day of a duration lasts as long as a day may', () => {
  fc.assert(
    fc.property(instants, counts, counts, zones, (at, days, hours, zone) => {
      const end = addDuration(at, `P${days}DT${hours}H`, zone).getTime() - at.getTime()
      const least = days * 24 * hour + hours * hour
      // Clocks change by an hour; Apia once left out a whole day.
      expect(Math.abs(end - least)).toBeLessThanOrEqual((zone === 'Pacific/Apia' ? 25 : 1) * hour)
      expect(end).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('years and months end on the day of that number, or the month’s last', () => {
  fc.assert(
    fc.property(instants, fc.nat(30), fc.nat(40), (at, years, months) => {
      const [from, to] = [inZone(at, oslo), inZone(addDuration(at, `P${years}Y${months}M`, oslo), oslo)]
      expect(to.year * 12 + to.month).toBe((from.year + years) * 12 + from.month + months)
      expect(to.day).toBe(Math.min(from.day, to.daysInMonth))
    }),
  )
})

test('what happens on a later day ends on a day no earlier', () => {
  const durations = fc.tuple(fc.nat(5), fc.nat(20), fc.nat(60)).map(([y, m, d]): Duration => `P${y}Y${m}M${d}D`)
  fc.assert(
    fc.property(instants, instants, durations, zones, (one, other, duration, zone) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      const dayOf = (at: Date) =>
        inZone(addDuration(at, duration, zone), zone)
          .toPlainDate()
          .toString()
      expect(dayOf(first) <= dayOf(second)).toBe(true)
    }),
  )
})

test('days taken off again give the day', () => {
  fc.assert(
    fc.property(instants, counts, (at, days) => {
      const duration: Duration = `P${days}D`
      const back = subtractDuration(addDuration(at, duration, oslo), duration, oslo)
      expect(Math.abs(back.getTime() - at.getTime())).toBeLessThanOrEqual(hour)
    }),
  )
})
