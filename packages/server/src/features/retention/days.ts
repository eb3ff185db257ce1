import { addDuration } from '@samtale/policy/time'

/** The first instant after a day in a time zone; null where there is no such day. */
export function endOfDay(day: string, timeZone: string): Date | null {
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null
  const format = dayFormat(timeZone)
  // Wherever it is noon in Greenwich, midnight is at most a day away.
  let [low, high] = [noon.getTime() - 36 * 3_600_000, noon.getTime() + 36 * 3_600_000]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (format.format(middle) > day) high = middle
    else low = middle
  }
  return new Date(high)
}

/** Tells the day that an instant is on. */
export function dayIn(timeZone: string): (at: Date) => string {
  const format = dayFormat(timeZone)
  return (at) => format.format(at)
}

/** So many whole months later. */
export function monthsAfter(at: Date, months: number, timeZone: string): Date {
  return addDuration(at, `P${months}M`, timeZone)
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
}
