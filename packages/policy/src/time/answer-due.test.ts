import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { answerDue, extendedAnswerDue, promisedAnswerDue, type DayCounting } from './answer-due.ts'
import { isWorkingDay } from './working-days.ts'

const oslo: DayCounting = { timeZone: 'Europe/Oslo', calendar: 'NO' }
const stockholm: DayCounting = { timeZone: 'Europe/Stockholm', calendar: 'SE' }

test.each([
  // A month or 30 days, whichever is less: in a month of 31 days 30 days end a day earlier.
  ['2026-03-05T12:00:00+01:00', 'P1M', oslo, '2026-04-07', 'the 5th of April is Easter Sunday'],
  ['2027-03-05T12:00:00+01:00', 'P1M', oslo, '2027-04-05', 'a month ends with the day of that number'],
  ['2027-03-05T12:00:00+01:00', 'P30D', oslo, '2027-04-05', '30 days end on Sunday the 4th'],
  ['2026-03-09T12:00:00+01:00', 'P30D', oslo, '2026-04-08', '30 days end a day before the month'],
  ['2026-08-31T12:00:00+02:00', 'P1M', oslo, '2026-09-30', 'September has no 31st'],
  ['2026-01-31T12:00:00+01:00', 'P30D', oslo, '2026-03-02', 'the last of February is a Saturday'],
  ['2027-01-29T12:00:00+01:00', 'P30D', oslo, '2027-03-01', 'a month is shorter than 30 days in February'],
  ['2028-01-31T12:00:00+01:00', 'P1M', oslo, '2028-02-29', 'a leap day'],
  ['2028-04-17T12:00:00+02:00', 'P1M', oslo, '2028-05-18', '17 May is a holiday in Norway'],
  ['2028-04-17T12:00:00+02:00', 'P1M', stockholm, '2028-05-17', 'and a Wednesday in Sweden'],
  ['2026-03-31T23:30:00Z', 'P1M', oslo, '2026-05-04', 'April has begun in Oslo; the first of May is a Friday'],
  ['2026-06-01T12:00:00+02:00', 'P90D', oslo, '2026-07-01', 'a promise of more than a month is none'],
  ['2026-06-01T12:00:00+02:00', 'P7D', oslo, '2026-06-08', 'a shorter one counts'],
] as const)('row R14: asked %s, promised %s: %o, by %s: %s', (at, answer, place, expected, _why) => {
  expect(answerDue(new Date(at), answer, place).day).toBe(expected)
})

test('row R14: the day ends with its last hour', () => {
  const due = answerDue(new Date('2026-02-25T12:00:00Z'), 'P1M', oslo)
  expect(due).toEqual({ day: '2026-03-25', end: new Date('2026-03-25T23:00:00Z') })
})

test('row R14: an extension counts from the first day as it was, and is two months at most', () => {
  const extended = (at: string, extension: 'P2M' | 'P6M' | 'P2W') =>
    extendedAnswerDue(new Date(at), { answer: 'P30D', extension }, oslo).day
  // 30 days end on Easter Saturday, the 4th of April, not on the Tuesday that takes its place.
  expect(extended('2026-03-05T12:00:00Z', 'P2M')).toBe('2026-06-04')
  expect(extended('2026-03-05T12:00:00Z', 'P6M')).toBe('2026-06-04')
  expect(extended('2026-03-05T12:00:00Z', 'P2W')).toBe('2026-04-20')
})

test('row R14: what is due is due on a working day, no earlier than promised and no more than a holiday later', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-10-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 40 }), fc.constantFrom(oslo, stockholm), (at, days, place) => {
      const received = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(place.timeZone)
      const month = received.toPlainDate().add({ months: 1 })
      const promised = received.toPlainDate().add({ days })
      const last = Temporal.PlainDate.compare(month, promised) < 0 ? month : promised
      const due = Temporal.PlainDate.from(answerDue(at, `P${days}D`, place).day)
      expect(isWorkingDay(due, place.calendar)).toBe(true)
      const between = Array.from({ length: last.until(due).days }, (_, index) => last.add({ days: index }))
      expect(last.until(due).sign).toBeGreaterThanOrEqual(0)
      expect(between.filter((day) => isWorkingDay(day, place.calendar))).toEqual([])
      const extended = extendedAnswerDue(at, { answer: `P${days}D`, extension: 'P2M' }, place)
      expect(extended.end.getTime()).toBeGreaterThan(answerDue(at, `P${days}D`, place).end.getTime())
    }),
  )
})

test.each([
  ['2026-03-05T12:00:00+01:00', 'P30D', oslo, '2026-04-04', 'the Saturday before Easter: 30 days are 30 days'],
  ['2026-03-09T12:00:00+01:00', 'P30D', oslo, '2026-04-08', 'a day before the month'],
  ['2026-01-31T12:00:00+01:00', 'P30D', oslo, '2026-03-02', 'the month ends on a Saturday, and so two days later'],
  ['2026-01-29T12:00:00+01:00', 'P30D', oslo, '2026-02-28', 'the month would end later than 30 days'],
  ['2028-01-31T12:00:00+01:00', 'P30D', oslo, '2028-02-29', 'a leap day'],
  ['2028-04-17T12:00:00+02:00', 'P30D', oslo, '2028-05-17', 'the 30th day, though it is 17 May'],
  ['2028-04-17T12:00:00+02:00', 'P90D', oslo, '2028-05-18', 'no promise beats the law’s month'],
  ['2026-03-31T23:30:00Z', 'P30D', oslo, '2026-05-01', 'April has begun in Oslo'],
] as const)('row R14: asked %s, told %s: %o, by %s: %s', (at, answer, place, expected, _why) => {
  expect(promisedAnswerDue(new Date(at), answer, place).day).toBe(expected)
})

test('row R14: what was promised is kept to the day, and never later than the law has it', () => {
  const received = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(received, fc.constantFrom(oslo, stockholm), (at, place) => {
      const { day, end } = promisedAnswerDue(at, 'P30D', place)
      const asked = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(place.timeZone)
      const days = asked.toPlainDate().until(day).days
      expect(days).toBeLessThanOrEqual(30)
      expect(days).toBeGreaterThanOrEqual(28)
      expect(end.getTime()).toBeLessThanOrEqual(answerDue(at, 'P1M', place).end.getTime())
      const ends = Temporal.Instant.fromEpochMilliseconds(end.getTime()).toZonedDateTimeISO(place.timeZone)
      expect(ends.startOfDay().epochMilliseconds).toBe(end.getTime())
    }),
  )
})
