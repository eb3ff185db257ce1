import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { endOfDay } from './days.ts'
import { previewAt } from './preview.ts'
import type { Retention } from './retention.ts'

/** What the commands work with. */
export interface RetentionContext {
  readonly retention: Retention
  now(): Date
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2027-01-31')

/** `samtale retention preview`: what goes by a day, by which rule; numbers alone. */
export const retentionCommands = {
  'retention.preview': command({
    arguments: z.object({ at: day }),
    run: async ({ retention, now }: RetentionContext, { at }) => {
      const until = endOfDay(at, retention.timeZone)
      if (until === null || until <= now())
        throw new CommandRefused('retention.day-past', 'Name a day that is not over: what went is in the ledger.')
      const schedule = await retention.schedule(until)
      return { facts: { at, looked: schedule.looked, ...previewAt(schedule, at) } }
    },
  }),
} as const satisfies Commands<RetentionContext>
