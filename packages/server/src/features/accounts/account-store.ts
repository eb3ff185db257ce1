import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { purpose, type AccountRow, type AccountTables } from './tables.ts'

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
      db.selectFrom('account').selectAll().where('address_index', '=', email).executeTakeFirst(),
    some: (ids: readonly string[]): Promise<Account[]> =>
      db
        .selectFrom('account')
        .selectAll()
        .where('record_id', 'in', ['', ...ids])
        .execute(),
    change: async (id: string, row: Updateable<AccountRow>): Promise<void> => {
      await db.updateTable('account').set(row).where('record_id', '=', id).execute()
    },
  }
}
