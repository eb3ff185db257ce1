import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { purpose, type AccountProviderRow, type AccountRow, type AccountTables } from './tables.ts'

export type Account = Selectable<AccountRow>

/** Accounts. Those whose records are restricted aren't seen. */
export function accountStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    add: async (row: Insertable<AccountRow>): Promise<void> => {
      await db.insertInto('account').values(row).execute()
    },
    get: (id: string): Promise<Account | undefined> =>
      db.selectFrom('account').selectAll().where('record_id', '=', id).executeTakeFirst(),
    find: (email: BlindIndex): Promise<Account | undefined> =>
      db.selectFrom('account').selectAll().where('email_index', '=', email).executeTakeFirst(),
    change: async (id: string, row: Updateable<AccountRow>): Promise<void> => {
      await db.updateTable('account').set(row).where('record_id', '=', id).execute()
    },
  }
}

export type AccountProvider = Selectable<AccountProviderRow>

/** Who else says who somebody is. */
export function providerStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  const connected = () => db.selectFrom('account_provider').selectAll().where('removed_at', 'is', null)
  return {
    add: async (row: Insertable<AccountProviderRow>): Promise<void> => {
      await db.insertInto('account_provider').values(row).execute()
    },
    get: (id: string): Promise<AccountProvider[]> => connected().where('id', '=', id).execute(),
    find: (provider: string, person: BlindIndex): Promise<AccountProvider[]> =>
      connected().where('provider', '=', provider).where('person_index', '=', person).execute(),
    ofAccount: (account: string): Promise<AccountProvider[]> =>
      connected().where('record_id', '=', account).orderBy('created_at').execute(),
    remove: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('account_provider')
        .set({ removed_at: at, person_index: null })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
