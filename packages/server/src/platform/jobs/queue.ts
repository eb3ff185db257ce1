import type { Clock } from '../clock.ts'
import type { Purposes } from '../db/db.ts'
import { newId } from '../ids.ts'
import { jobId, type JobCatalogue, type QueuedName } from './catalogue.ts'
import { JobRefused } from './failure.ts'
import { jobPurpose } from './job-database.ts'
import { jobStore } from './store.ts'
import type { JobTables } from './tables.ts'

export interface JobQueue<Name extends string> {
  /**
   * Asks for a job, about one row, in the caller's transaction: where that is undone, so is this. Asking for one that
   * waits already changes nothing but its time, so a job can be asked for as often as one likes.
   * @param after not before this time; as soon as somebody is free, where it isn't given
   * @throws JobRefused `job.undeclared`, `job.not-an-id`
   */
  enqueue(database: Purposes<JobTables>, name: Name, about: string, after?: Date): Promise<void>
  /** The same, but a job that is there already stays as it is: it waits for its next attempt, or was given up. */
  ensure(database: Purposes<JobTables>, name: Name, about: string): Promise<void>
}

/** The way to ask for the jobs of a catalogue. */
export function createJobQueue<Jobs extends JobCatalogue>(jobs: Jobs, clock: Clock): JobQueue<QueuedName<Jobs>> {
  const check = (name: string, about: string): void => {
    const declared = Object.hasOwn(jobs, name) ? jobs[name] : undefined
    if (declared === undefined || !('about' in declared)) throw new JobRefused('job.undeclared')
    if (!jobId.safeParse(about).success) throw new JobRefused('job.not-an-id')
  }
  return {
    enqueue: async (database, name, about, after = clock.now()) => {
      check(name, about)
      await jobStore(database.for(jobPurpose)).ask({ id: newId(clock.now()), name, about, dueAt: after })
    },
    ensure: async (database, name, about) => {
      check(name, about)
      await jobStore(database.for(jobPurpose)).ensure({ id: newId(clock.now()), name, about, dueAt: clock.now() })
    },
  }
}
