import type { Clock } from '../clock.ts'
import type { Purposes } from '../db/db.ts'
import { jobPurpose } from './job-database.ts'
import { jobStore } from './store.ts'
import type { JobTables } from './tables.ts'

const rememberedMs = 30 * 24 * 60 * 60_000

/** The job that forgets jobs which were given up a month ago. */
export function createForgetJobs(clock: Clock) {
  return ({ database }: { database: Purposes<JobTables> }): Promise<void> =>
    jobStore(database.for(jobPurpose)).forget(new Date(clock.now().getTime() - rememberedMs))
}
