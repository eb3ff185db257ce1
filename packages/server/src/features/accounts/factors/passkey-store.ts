import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import { purpose, type AccountPasskeyRow, type AccountTables } from '../tables.ts'

export type Passkey = Selectable<AccountPasskeyRow>

/** Passkeys that are in use. */
export function passkeyStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  const kept = () => db.selectFrom('account_passkey').selectAll().where('removed_at', 'is', null)
  return {
    add: async (row: Insertable<AccountPasskeyRow>): Promise<void> => {
      await db.insertInto('account_passkey').values(row).execute()
    },
    get: (id: string): Promise<Passkey[]> => kept().where('id', '=', id).execute(),
    find: (credential: BlindIndex): Promise<Passkey[]> => kept().where('credential_index', '=', credential).execute(),
    ofAccount: (account: string): Promise<Passkey[]> =>
      kept().where('record_id', '=', account).orderBy('created_at').execute(),
    count: async (id: string, counter: number): Promise<void> => {
      await db.updateTable('account_passkey').set({ counter }).where('id', '=', id).execute()
    },
    remove: async (id: string, at: Date): Promise<boolean> => {
      const cleared = { name: null, credential: null, credential_index: null, public_key: null }
      const { numUpdatedRows } = await db
        .updateTable('account_passkey')
        .set({ removed_at: at, ...cleared })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
