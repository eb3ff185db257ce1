import { builtInPurposes } from '../../platform/db/access/plan.ts'
import { defineJobs, type JobRun } from '../../platform/jobs/catalogue.ts'
import type { Breaches } from './breaches.ts'

export const breachJobs = defineJobs({
  /** Tells when the time of a breach runs out. */
  'breach.time': { everyMinutes: 15, purposes: [builtInPurposes.operation] },
  /** Writes to everybody whom a breach reached. */
  'breach.letters': { about: 'breach', purposes: [builtInPurposes.operation, builtInPurposes.storage] },
})

/** The jobs of a register. */
export function createBreachJobs(parts: {
  breaches: Pick<Breaches, 'tellTime'>
  letters: (id: string, signal?: AbortSignal) => Promise<number>
}) {
  return {
    'breach.time': () => parts.breaches.tellTime(),
    'breach.letters': async ({
      about,
      signal,
    }: Pick<JobRun<(typeof breachJobs)['breach.letters'], never>, 'about' | 'signal'>) => {
      await parts.letters(about, signal)
    },
  }
}
