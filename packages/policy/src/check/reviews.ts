import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/**
 * Reviews whose day has passed, and those that are on record nowhere.
 * @param today `YYYY-MM-DD`; without it no day is known to have passed
 */
export function checkReviews(policy: Policy, today: string | undefined): Finding[] {
  return Object.entries(policy.reviews ?? {}).flatMap(([key, { last, every }]) => {
    const overdue = (message: string) => [found('review.overdue', ['reviews', key, 'last'], message)]
    if (last === undefined) return overdue(`The review ${key} is promised, and none is on record.`)
    const due = dayAfter(last, every)
    return today !== undefined && due !== null && due < today ? overdue(`The review ${key} was due on ${due}.`) : []
  })
}

/** Null for what is beyond the calendar, or is no time at all. */
function dayAfter(day: string, duration: string): string | null {
  try {
    return Temporal.PlainDate.from(day).add(duration).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
