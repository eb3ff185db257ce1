import { defineJobs } from '../../platform/jobs/catalogue.ts'
import type { Organisations } from './organisations.ts'

/** The jobs of organisations. */
export const organisationJobs = defineJobs({
  /** Looks at organisations that nobody owns. */
  'organisation.settle': { everyMinutes: 60, purposes: ['organisation'] },
})

/** Does them, once there are organisations. */
export function createOrganisationJobs(made: () => Pick<Organisations, 'settle'> | null) {
  return {
    'organisation.settle': async (): Promise<void> => made()?.settle(),
  }
}
