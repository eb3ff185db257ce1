import { Temporal } from 'temporal-polyfill'
import type { Duration } from '../duration.ts'
import { workingDayFrom, type HolidayCalendar } from './working-days.ts'
import { endOfDay, inZone } from './zoned.ts'

/** Where days are counted: IANA time zone, and whose public holidays. */
export interface DayCounting {
  readonly timeZone: string
  readonly calendar: HolidayCalendar
}

/** The last day of a time that people have for something. */
export interface DueDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** The end of its last hour. */
  readonly end: Date
}

/** Art. 12(3) GDPR: one month, and where it is put off two more. */
const [oneMonth, twoMonths] = ['P1M', 'P2M'] as const

/**
 * By when a request has to be answered that came in at an instant: within the time that the policy promises and within
 * one month (GDPR art. 12(3)), whichever is the shorter. Counted as Regulation (EEC, Euratom) 1182/71 art. 3 has it for
 * every time in EU law: the day of the request isn't counted; a month ends with the day of the same number, or the
 * month's last; and where the last day is a Saturday, a Sunday or a public holiday, the next working day takes its
 * place (art. 3(4); EDPB Guidelines 01/2022 on the right of access, section 5.3).
 */
export function answerDue(receivedAt: Date, answer: Duration, place: DayCounting): DueDay {
  return dueDay(lastDay(receivedAt, answer, place), place)
}

/**
 * By when it has to be answered where the person was told, within the first time, that it takes longer: the extension
 * is counted from the last day of the first time as it was before weekends and holidays moved it, so that the whole is
 * never more than three months.
 */
export function extendedAnswerDue(
  receivedAt: Date,
  { answer, extension }: { readonly answer: Duration; readonly extension: Duration },
  place: DayCounting,
): DueDay {
  const first = lastDay(receivedAt, answer, place)
  return dueDay(earlier(first.add(extension), first.add(twoMonths)), place)
}

/**
 * By when it is answered where the policy tells people so many days, and keeps to it: a weekend or holiday moves the end
 * of the law's month, and never the end of what was promised.
 */
export function promisedAnswerDue(receivedAt: Date, answer: Duration, place: DayCounting): DueDay {
  const received = inZone(receivedAt, place.timeZone).toPlainDate()
  const day = earlier(received.add(answer), workingDayFrom(received.add(oneMonth), place.calendar))
  return { day: day.toString(), end: endOfDay(day, place.timeZone) }
}

function lastDay(receivedAt: Date, answer: Duration, { timeZone }: DayCounting): Temporal.PlainDate {
  const received = inZone(receivedAt, timeZone).toPlainDate()
  return earlier(received.add(answer), received.add(oneMonth))
}

function dueDay(last: Temporal.PlainDate, { timeZone, calendar }: DayCounting): DueDay {
  const day = workingDayFrom(last, calendar)
  return { day: day.toString(), end: endOfDay(day, timeZone) }
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}
