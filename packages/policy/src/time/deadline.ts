import type { Deadline } from '../retention.ts'
import { addWorkingDays } from './working-days.ts'
import { addDuration, endOfDay, inZone } from './zoned.ts'

const withinADay: Deadline = { count: 1, unit: 'day' }

/**
 * When something has to be done by that fell due at an instant: within a day where nothing else is said. Hours and days
 * run from the instant itself, so that “24 hours” are no more; working days are whole, the first is the one after, and
 * the time ends with the last hour of the last (Regulation (EEC, Euratom) 1182/71 art. 3(1) and (2)(b)).
 */
export function deadlineAfter(at: Date, deadline: Deadline | undefined, timeZone: string): Date {
  const { count, unit, calendar } = deadline ?? withinADay
  switch (unit) {
    case 'hour':
      return addDuration(at, `PT${count}H`, timeZone)
    case 'day':
      return addDuration(at, `P${count}D`, timeZone)
    case 'working-day':
      if (count === 0) return at
      return endOfDay(addWorkingDays(inZone(at, timeZone).toPlainDate(), count, calendar), timeZone)
  }
}
