import { Temporal } from 'temporal-polyfill'
import { isDuration, type Duration } from '../duration.ts'

/** First and last instant that a Date can hold (ECMA-262 §21.4.1.1). */
const [firstInstant, lastInstant] = [-8.64e15, 8.64e15]

/** An instant as clocks and calendars of a time zone show it. @throws RangeError for an unknown zone or invalid Date */
export function inZone(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
}

/**
 * An instant and an ISO 8601 duration later. Years to days are counted on the zone's calendar and keep the time of day;
 * hours to seconds then pass as they pass. A month without that day gives its last; a time of day that the clock skips
 * gives the one after the gap, and one that it has twice the first (Temporal's `ZonedDateTime.add`, `compatible`).
 * What would lie beyond the calendar gives its last instant.
 * @throws RangeError for an unknown zone, an invalid Date or what is no duration
 */
export function addDuration(at: Date, duration: Duration, timeZone: string): Date {
  return shift(at, duration, timeZone, 1)
}

/** An instant and a duration earlier, counted in the same way. */
export function subtractDuration(at: Date, duration: Duration, timeZone: string): Date {
  return shift(at, duration, timeZone, -1)
}

function shift(at: Date, duration: Duration, timeZone: string, direction: 1 | -1): Date {
  if (!isDuration(duration)) throw new RangeError('No ISO 8601 duration in whole parts.')
  const start = inZone(at, timeZone)
  try {
    const length = Temporal.Duration.from(duration)
    return dateOf(start.add(direction === 1 ? length : length.negated()))
  } catch (error) {
    // Temporal refuses what its calendar can't reach.
    if (error instanceof RangeError) return new Date(direction === 1 ? lastInstant : firstInstant)
    throw error
  }
}

/** The end of the last hour of a day: midnight, which the next one begins with. */
export function endOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return dateOf(day.add({ days: 1 }).toZonedDateTime(timeZone))
}

/** An instant itself where a day begins with it, or else the end of its day. */
export function wholeDay(at: Date, timeZone: string): Date {
  const zoned = inZone(at, timeZone)
  return zoned.equals(zoned.startOfDay()) ? at : endOfDay(zoned.toPlainDate(), timeZone)
}

/**
 * When the fiscal year ends in which something happened: the calendar year (regnskapsloven § 1-7; bokföringslagen
 * 3 kap. 1 §).
 */
export function endOfFiscalYear(at: Date, timeZone: string): Date {
  const { year } = inZone(at, timeZone)
  return endOfDay(Temporal.PlainDate.from({ year, month: 12, day: 31 }), timeZone)
}

function dateOf({ epochMilliseconds }: Temporal.ZonedDateTime): Date {
  return new Date(epochMilliseconds)
}
