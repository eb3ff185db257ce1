import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { JobRun } from '../../platform/jobs/catalogue.ts'
import { defineJobs } from '../../platform/jobs/catalogue.ts'
import type { AccountTables } from './tables.ts'

/** The jobs of accounts. */
export const accountJobs = defineJobs({
  'account.sweep': { everyMinutes: 60, purposes: [builtInPurposes.storage] },
})

/** Deletes what ended, lapsed or was removed: rows that were emptied at that moment. */
export function createAccountJobs(clock: Pick<Clock, 'now'>) {
  return {
    'account.sweep': async ({ database }: JobRun<(typeof accountJobs)['account.sweep'], AccountTables>) =>
      sweep(database, clock.now()),
  }
}

async function sweep(database: Purposes<AccountTables>, now: Date): Promise<void> {
  const db = database.for(builtInPurposes.storage)
  await db.deleteFrom('account_session').where('ended_at', 'is not', null).execute()
  await db.deleteFrom('account_session').where('expires_at', '<', now).execute()
  await db.deleteFrom('account_passkey').where('removed_at', 'is not', null).execute()
  await db.deleteFrom('account_recovery_code').where('used_at', 'is not', null).execute()
}
