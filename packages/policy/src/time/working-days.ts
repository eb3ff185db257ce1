import type { Temporal } from 'temporal-polyfill'
import { easterSunday } from './easter.ts'

/** Countries whose public holidays are known here, ISO 3166-1 alpha-2. */
export type HolidayCalendar = 'NO' | 'SE'

interface Holidays {
  /** `MM-DD`. */
  fixed: readonly string[]
  /** Days after Easter Sunday. */
  easter: readonly number[]
  others: (day: Temporal.PlainDate) => boolean
}

/** ISO 8601 weekdays; Sunday is 7. */
const [friday, saturday] = [5, 6]

const holidays: Record<HolidayCalendar, Holidays> = {
  // Lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager § 1.
  NO: {
    fixed: ['01-01', '05-01', '05-17', '12-25', '12-26'],
    easter: [-3, -2, 0, 1, 39, 49, 50],
    others: () => false,
  },
  // Lag (1989:253) om allmänna helgdagar.
  SE: {
    fixed: ['01-01', '01-06', '05-01', '12-25', '12-26'],
    easter: [-2, 0, 1, 39, 49],
    others: (day) =>
      isNationalDay(day) || isMidsummer(day, saturday, 20) || (day.dayOfWeek === saturday && isAllSaints(day)),
  },
}

// The national day became a holiday in 2005 in the place of Whit Monday (lag 2004:1320).
function isNationalDay(day: Temporal.PlainDate): boolean {
  return day.year >= 2005 ? monthDay(day) === '06-06' : daysAfterEaster(day) === 50
}

function isMidsummer({ month, day, dayOfWeek }: Temporal.PlainDate, weekday: number, first: number): boolean {
  return month === 6 && dayOfWeek === weekday && day >= first && day < first + 7
}

function isAllSaints(day: Temporal.PlainDate): boolean {
  const date = monthDay(day)
  return date >= '10-31' && date <= '11-06'
}

/** Whether a day is a public holiday by that country's law. Sundays that have no name are none here. */
export function isHoliday(day: Temporal.PlainDate, calendar: HolidayCalendar): boolean {
  const { fixed, easter, others } = holidays[calendar]
  return fixed.includes(monthDay(day)) || easter.includes(daysAfterEaster(day)) || others(day)
}

/**
 * Whether a day is a working day: no Saturday, no Sunday, no public holiday (Regulation (EEC, Euratom) 1182/71
 * art. 2). Without a calendar every Monday to Friday is one, so that a time counted in them is never the longer.
 *
 * In Sweden the eves of midsummer, Christmas and the new year are none either: nobody works, and lag (1930:173) om
 * beräkning av lagstadgad tid § 2 puts them beside the holidays. Norwegian law has no such rule for Christmas Eve and
 * New Year's Eve, so they count there; Easter Eve and Whitsun Eve are Saturdays.
 */
export function isWorkingDay(day: Temporal.PlainDate, calendar?: HolidayCalendar): boolean {
  if (day.dayOfWeek >= saturday) return false
  if (calendar === undefined) return true
  return !isHoliday(day, calendar) && !(calendar === 'SE' && isSwedishEve(day))
}

function isSwedishEve(day: Temporal.PlainDate): boolean {
  return ['12-24', '12-31'].includes(monthDay(day)) || isMidsummer(day, friday, 19)
}

/** The n-th working day after a day, which isn't counted itself; for none, the day. */
export function addWorkingDays(day: Temporal.PlainDate, count: number, calendar?: HolidayCalendar): Temporal.PlainDate {
  let last = day
  for (let counted = 0; counted < count; counted += isWorkingDay(last, calendar) ? 1 : 0) last = last.add({ days: 1 })
  return last
}

/** The day itself where it is a working day, or else the next one. */
export function workingDayFrom(day: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar)
}

function monthDay(day: Temporal.PlainDate): string {
  return day.toString().slice(-5)
}

function daysAfterEaster(day: Temporal.PlainDate): number {
  return easterSunday(day.year).until(day).days
}
