import { builtInPurposes } from '../db/access/plan.ts'
import { defineJobs } from '../jobs/catalogue.ts'
import type { ExistingRecords } from './orphans.ts'
import type { Seals } from './seals.ts'

/** Every hour the epoch key is renewed where it is due, and keys without a record are destroyed. */
export const keyJobs = defineJobs({
  'keys.tend': { everyMinutes: 60, purposes: [builtInPurposes.storage], errors: ['seal.sweep-refused'] },
})

/** The job of these keys. */
export function createKeyJobs(seals: Pick<Seals, 'rotate' | 'sweepOrphans'>, existing: ExistingRecords) {
  return {
    'keys.tend': async (): Promise<void> => {
      await seals.rotate()
      await seals.sweepOrphans(existing)
    },
  }
}
