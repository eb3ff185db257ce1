import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import { purpose, type AccountProviderRow, type AccountTables } from '../tables.ts'

/** By whom of the identity provider an account may be signed in to. */
export function providerStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  const kept = () => db.selectFrom('account_provider').selectAll().where('removed_at', 'is', null)
  return {
    add: async (row: Insertable<AccountProviderRow>): Promise<void> => {
      await db.insertInto('account_provider').values(row).execute()
    },
    find: (subject: BlindIndex): Promise<Selectable<AccountProviderRow> | undefined> =>
      kept().where('subject_index', '=', subject).executeTakeFirst(),
    ofAccount: (account: string): Promise<Selectable<AccountProviderRow>[]> =>
      kept().where('record_id', '=', account).orderBy('created_at').execute(),
    removeAll: async (account: string, at: Date): Promise<void> => {
      await db
        .updateTable('account_provider')
        .set({ subject_index: null, removed_at: at })
        .where('record_id', '=', account)
        .where('removed_at', 'is', null)
        .execute()
    },
  }
}
