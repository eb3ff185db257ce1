import { breachJobs } from '../features/breach/index.ts'
import { accountJobs, settingsJobs } from '../features/accounts/index.ts'
import { organisationJobs } from '../features/organisations/index.ts'
import { policyJobs } from '../features/privacy/index.ts'
import { recordJobs } from '../features/records/index.ts'
import { roomJobs } from '../features/rooms/index.ts'
import { rightsJobs } from '../features/rights/index.ts'
import { defineJobs } from '../platform/jobs/catalogue.ts'
import { keyJobs } from '../platform/seals/jobs.ts'
import { mailJobs } from '../platform/mail/jobs.ts'

/** Every job, and for what purposes it works. One that isn't here can't be asked for, and is never run. */
export const jobs = defineJobs({
  ...mailJobs,
  ...recordJobs,
  ...keyJobs,
  ...rightsJobs,
  ...policyJobs,
  ...breachJobs,
  ...accountJobs,
  ...settingsJobs,
  ...roomJobs,
  ...organisationJobs,
  /** Forgets jobs that were given up long ago. */
  'job.forget': { everyMinutes: 24 * 60, purposes: ['operation'] },
})
