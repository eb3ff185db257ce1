import { builtInPurposes } from '../db/access/plan.ts'
import type { Database } from '../db/database.ts'
import type { Purposes } from '../db/db.ts'
import { JobRefused } from './failure.ts'

/** The database as jobs have it. */
export type JobDatabase<Tables> = Pick<Database<Tables>, 'for' | 'transaction'>

/** The same for a few purposes, and to ask for other jobs. @throws JobRefused `job.purpose-undeclared` for any other */
export function limitTo<Tables>(purposes: readonly string[], database: JobDatabase<Tables>): JobDatabase<Tables> {
  const limited = (all: Purposes<Tables>): Purposes<Tables> => ({
    for: (purpose) => {
      if (purpose !== jobPurpose && !purposes.includes(purpose)) throw new JobRefused('job.purpose-undeclared')
      return all.for(purpose)
    },
  })
  return {
    ...limited(database),
    transaction: (run) => database.transaction((transaction) => run(limited(transaction))),
  }
}

/** Jobs hold nothing personal, so they are the system's own. */
export const jobPurpose = builtInPurposes.operation
