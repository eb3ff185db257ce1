import { builtInPurposes } from '../db/access/plan.ts'
import { defineJobs } from '../jobs/catalogue.ts'
import { mailErrors } from './mail-error.ts'
import { mailPurpose } from './tables.ts'

/** The jobs of mail. */
export const mailJobs = defineJobs({
  'mail.send': {
    about: 'mail',
    purposes: [mailPurpose],
    errors: Object.keys(mailErrors),
    // From one minute to four hours: about five days in all (RFC 5321 §4.5.4.1).
    retry: { attempts: 38, firstSeconds: 60, mostSeconds: 14_400 },
  },
  'mail.sweep': { everyMinutes: 60, purposes: [mailPurpose, builtInPurposes.storage] },
})
