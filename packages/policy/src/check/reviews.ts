import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy.ts'
import { isSurelyLonger } from '../span.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Calendars end somewhere; a review put off for longer than this is never due. */
const never = 'P100Y'

/**
 * Reviews whose day has passed, and those that are on record nowhere.
 * @param today `YYYY-MM-DD`; without it no day is known to have passed
 */
export function checkReviews(policy: Policy, today: string | undefined): Finding[] {
  return Object.entries(policy.reviews ?? {}).flatMap(([key, { last, every }]) => {
    const overdue = (message: string) => [found('review.overdue', ['reviews', key, 'last'], message)]
    if (last === undefined) return overdue(`The review ${key} is promised, and none is on record.`)
    if (today === undefined || isSurelyLonger([every], [never])) return []
    const due = Temporal.PlainDate.from(last).add(every).toString()
    return due < today ? overdue(`The review ${key} was due on ${due}.`) : []
  })
}
