import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { AccountTables } from './tables.ts'

/** Rows that were emptied when what they held ended; `storage` alone deletes. */
export function sweepStore(database: Purposes<AccountTables>) {
  const db = database.for(builtInPurposes.storage)
  return {
    sweep: async (now: Date): Promise<void> => {
      await db.deleteFrom('account_session').where('ended_at', 'is not', null).execute()
      await db.deleteFrom('account_session').where('expires_at', '<', now).execute()
      await db.deleteFrom('account_passkey').where('removed_at', 'is not', null).execute()
      await db.deleteFrom('account_recovery_code').where('used_at', 'is not', null).execute()
    },
  }
}
