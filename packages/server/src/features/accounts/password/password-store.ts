import type { Purposes } from '../../../platform/db/db.ts'
import type { Sealed } from '../../../platform/seals/sealed.ts'
import { purpose, type AccountTables, type passwordCategory } from '../tables.ts'

/** Passwords, where a policy has them. */
export function passwordStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    get: async (account: string): Promise<Sealed<typeof passwordCategory> | null> => {
      const row = await db
        .selectFrom('account_password')
        .select('hash')
        .where('record_id', '=', account)
        .executeTakeFirst()
      return row?.hash ?? null
    },
    set: async (account: string, hash: Sealed<typeof passwordCategory>, at: Date): Promise<void> => {
      await db
        .insertInto('account_password')
        .values({ record_id: account, hash, set_at: at })
        .onConflict((conflict) => conflict.column('record_id').doUpdateSet({ hash, set_at: at }))
        .execute()
    },
    removeSince: async (account: string, since: Date): Promise<void> => {
      await db
        .updateTable('account_password')
        .set({ hash: null })
        .where('record_id', '=', account)
        .where('set_at', '>=', since)
        .execute()
    },
    remove: async (account: string): Promise<void> => {
      await db.updateTable('account_password').set({ hash: null }).where('record_id', '=', account).execute()
    },
  }
}
