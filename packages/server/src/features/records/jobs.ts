import { ledgerPurpose } from '../ledger/index.ts'
import { defineJobs, type JobRun } from '../../platform/jobs/catalogue.ts'
import type { Apply } from './apply.ts'
import { storagePurpose } from './facts.ts'

/** Looks every minute at what is due: within it, what is taken back is gone. */
export const recordJobs = defineJobs({
  'records.apply': { everyMinutes: 1, purposes: [storagePurpose, ledgerPurpose] },
})

/** The job of these records; the ledger's copy follows. */
export function createRecordJobs({ apply, follow }: { apply: Apply; follow: () => Promise<void> }) {
  return {
    'records.apply': async ({ signal }: Pick<JobRun<(typeof recordJobs)['records.apply'], never>, 'signal'>) => {
      await apply.due(signal)
      await follow()
    },
  }
}
