import { defineJobs, type JobRun } from '../../../platform/jobs/catalogue.ts'
import { purpose } from '../tables.ts'
import { digestPurpose } from './tables.ts'

/** The jobs of settings. Each looks often, and finds something to do seldom. */
export const settingsJobs = defineJobs({
  'account.addresses': { everyMinutes: 60, purposes: [purpose] },
  'account.digests': { everyMinutes: 60, purposes: [purpose, digestPurpose] },
})

type Digests = (typeof settingsJobs)['account.digests']

/** What they do, once accounts are there; nothing where the policy has none. */
export interface SettingsWork {
  readonly addresses: { sweep(): Promise<void> }
  readonly digests: { send(signal: AbortSignal): Promise<void> }
}

export function createSettingsJobs(work: () => SettingsWork | null) {
  return {
    'account.addresses': async (): Promise<void> => work()?.addresses.sweep(),
    'account.digests': async ({ signal }: Pick<JobRun<Digests, never>, 'signal'>): Promise<void> =>
      work()?.digests.send(signal),
  }
}
