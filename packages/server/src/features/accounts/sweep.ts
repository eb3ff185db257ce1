import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import { defineJobs, type JobRun } from '../../platform/jobs/catalogue.ts'
import { sweepStore } from './sweep-store.ts'
import type { AccountTables } from './tables.ts'

/** The jobs of accounts. */
export const accountJobs = defineJobs({
  'account.sweep': { everyMinutes: 60, purposes: [builtInPurposes.storage] },
})

/** Deletes what ended, lapsed or was removed: rows that were emptied at that moment. */
export function createAccountJobs(clock: Pick<Clock, 'now'>) {
  return {
    'account.sweep': async ({ database }: JobRun<(typeof accountJobs)['account.sweep'], AccountTables>) =>
      sweepStore(database).sweep(clock.now()),
  }
}
