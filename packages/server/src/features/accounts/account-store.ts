import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { DatabaseError } from '../../platform/db/statements/database-error.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { purpose, type AccountRow, type AccountTables, type Role } from './tables.ts'

export type Account = Selectable<AccountRow>

/** Accounts. Those whose records are restricted aren't seen. */
export function accountStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    /** False where there is one of that address or number already, also one that may not be seen. */
    add: async (row: Insertable<AccountRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('account')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    get: (id: string): Promise<Account | undefined> =>
      db.selectFrom('account').selectAll().where('record_id', '=', id).executeTakeFirst(),
    find: (email: BlindIndex): Promise<Account | undefined> =>
      db.selectFrom('account').selectAll().where('address_index', '=', email).executeTakeFirst(),
    findPhone: (phone: BlindIndex): Promise<Account | undefined> =>
      db.selectFrom('account').selectAll().where('phone_index', '=', phone).executeTakeFirst(),
    ofRole: (role: Role): Promise<{ record_id: string }[]> =>
      db.selectFrom('account').select('record_id').where('role', '=', role).orderBy('record_id').execute(),
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

/** False also where the address or number is that of an account that may not be seen: only the unique index tells. */
export async function unlessTaken(changed: Promise<boolean>): Promise<boolean> {
  try {
    return await changed
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'db.conflict') return false
    throw error
  }
}
