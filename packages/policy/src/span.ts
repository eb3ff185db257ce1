import { parseDuration, type Duration, type DurationPart } from './duration.ts'

/** A length of time as calendars have it: months vary, so they don't add up to seconds. */
interface Span {
  readonly months: number
  readonly seconds: number
}

const day = 86_400
const inMonths: Partial<Record<DurationPart['unit'], number>> = { year: 12, month: 1 }
const inSeconds: Partial<Record<DurationPart['unit'], number>> = {
  week: 7 * day,
  day,
  hour: 3_600,
  minute: 60,
  second: 1,
}

/** Days in so many months in a row, from none to eleven: the fewest and the most that a calendar has. */
const fewestDays = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
const mostDays = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

/** Whether the durations of one list together are longer than those of the other, whenever they are counted from. */
export function isSurelyLonger(some: readonly Duration[], others: readonly Duration[]): boolean {
  return secondsBetween(some, others).fewest > 0
}

/** Whether the durations of one list together can be shorter than those of the other, counted from some day or other. */
export function maybeShorter(some: readonly Duration[], others: readonly Duration[]): boolean {
  return secondsBetween(some, others).fewest < 0
}

function secondsBetween(some: readonly Duration[], others: readonly Duration[]): { fewest: number; most: number } {
  const [one, other] = [spanOf(some), spanOf(others)]
  const seconds = one.seconds - other.seconds
  const days = daysIn(one.months - other.months)
  return { fewest: seconds + days.fewest * day, most: seconds + days.most * day }
}

function spanOf(durations: readonly Duration[]): Span {
  const parts = durations.flatMap((duration) => parseDuration(duration) ?? [])
  return {
    months: parts.reduce((sum, { unit, count }) => sum + count * (inMonths[unit] ?? 0), 0),
    seconds: parts.reduce((sum, { unit, count }) => sum + count * (inSeconds[unit] ?? 0), 0),
  }
}

function daysIn(months: number): { fewest: number; most: number } {
  if (months < 0) {
    const { fewest, most } = daysIn(-months)
    return { fewest: -most, most: -fewest }
  }
  const years = Math.floor(months / 12)
  const rest = months % 12
  return {
    fewest: 365 * years + Math.floor(years / 4) + (fewestDays[rest] ?? 0),
    most: 365 * years + Math.ceil(years / 4) + (mostDays[rest] ?? 0),
  }
}
