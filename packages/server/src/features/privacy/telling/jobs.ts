import { defineJobs } from '../../../platform/jobs/catalogue.ts'
import { mailPurpose } from '../../../platform/mail/tables.ts'

/** The job that tells of a coming version. */
export const policyJobs = defineJobs({ 'policy.tell': { everyMinutes: 1, purposes: ['operation', mailPurpose] } })
