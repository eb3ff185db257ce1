import Holidays from 'date-holidays'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { deadlineAfter } from './deadline.ts'
import { easterSunday } from './easter.ts'
import { addWorkingDays, isHoliday, isWorkingDay, type HolidayCalendar } from './working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const years = Array.from({ length: 110 }, (_, index) => 1990 + index)
const calendars: HolidayCalendar[] = ['NO', 'SE']

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i, the earliest and latest there can be among them', (year, expected) => {
  expect(easterSunday(year).toString()).toBe(expected)
})

function daysOf(year: number): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }))
}

/** What the date-holidays package says, of this kind. */
function known(calendar: HolidayCalendar, year: number, type: 'public' | 'bank'): string[] {
  const found = new Holidays(calendar).getHolidays(year).filter((holiday) => holiday.type === type)
  return [...new Set(found.map(({ date }) => date.slice(0, 10)))].toSorted()
}

describe.each(calendars)('%s', (calendar) => {
  test('row R01: public holidays from 1990 to 2099 are those that date-holidays knows', () => {
    for (const year of years) {
      const ours = daysOf(year)
        .filter((date) => isHoliday(date, calendar))
        .map(String)
      // It knows Whit Monday in Sweden as an observance only; it was a public holiday until 2004 (lag 2004:1320).
      const whitMonday = calendar === 'SE' && year < 2005 ? [easterSunday(year).add({ days: 50 }).toString()] : []
      expect(ours, String(year)).toEqual([...known(calendar, year, 'public'), ...whitMonday].toSorted())
    }
  })

  test('row R01: working days are those from Monday to Friday that are no holidays, in Sweden no eves either', () => {
    for (const year of years) {
      const eves = calendar === 'SE' ? known('SE', year, 'bank') : []
      const ours = daysOf(year).filter((date) => date.dayOfWeek <= 5 && !isHoliday(date, calendar))
      const expected = ours.map(String).filter((date) => !eves.includes(date))
      expect(
        daysOf(year)
          .filter((date) => isWorkingDay(date, calendar))
          .map(String),
        String(year),
      ).toEqual(expected)
    }
  })
})

test.each([
  // Easter 2026: 2 to 6 April are no working days in Norway.
  ['2026-03-30', 7, 'NO', '2026-04-13'],
  // The first of May is a Friday; Ascension Day the 14th; the 17th a Sunday; Whit Monday the 25th.
  ['2026-05-08', 7, 'NO', '2026-05-20'],
  // In 2027 Whit Monday and the 17th are the same day.
  ['2027-05-12', 7, 'NO', '2027-05-24'],
  ['2026-06-17', 2, 'SE', '2026-06-22'],
  ['2026-12-22', 2, 'SE', '2026-12-28'],
  ['2026-12-22', 2, 'NO', '2026-12-24'],
  ['2026-05-13', 1, undefined, '2026-05-14'],
  ['2026-05-16', 0, 'NO', '2026-05-16'],
] as const)('row R01: %s and %i working days (%s) is %s', (from, count, calendar, expected) => {
  expect(addWorkingDays(day(from), count, calendar).toString()).toBe(expected)
})

test('row R01: an account closed before Easter is gone when the seventh working day in Norway ends', () => {
  const seven = { count: 7, unit: 'working-day', calendar: 'NO' } as const
  const end = (at: string) => deadlineAfter(new Date(at), seven, 'Europe/Oslo').toISOString()
  expect(end('2026-03-27T23:30:00Z')).toBe('2026-04-10T22:00:00.000Z')
  expect(end('2026-03-30T10:00:00Z')).toBe('2026-04-13T22:00:00.000Z')
})

test('rows R09, R11: hours and days run from the instant itself, and none is at once', () => {
  const end = (count: number, unit: 'hour' | 'day' | 'working-day') =>
    deadlineAfter(new Date('2026-03-28T10:00:00Z'), { count, unit }, 'Europe/Oslo').toISOString()
  expect(end(24, 'hour')).toBe('2026-03-29T10:00:00.000Z')
  expect(end(1, 'day')).toBe('2026-03-29T09:00:00.000Z')
  expect([end(0, 'hour'), end(0, 'day'), end(0, 'working-day')]).toEqual(Array(3).fill('2026-03-28T10:00:00.000Z'))
  expect(deadlineAfter(new Date('2026-03-28T10:00:00Z'), undefined, 'Europe/Oslo')).toEqual(new Date(end(1, 'day')))
})

test('row R01: the n-th working day is one, with n − 1 between', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((count) => day('1990-01-01').add({ days: count }))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(...calendars, undefined),
      (from, count, calendar) => {
        const to = addWorkingDays(from, count, calendar)
        expect(isWorkingDay(to, calendar)).toBe(true)
        const passed = Array.from({ length: from.until(to).days }, (_, index) => from.add({ days: index + 1 }))
        expect(passed.filter((date) => isWorkingDay(date, calendar))).toHaveLength(count)
      },
    ),
  )
})
