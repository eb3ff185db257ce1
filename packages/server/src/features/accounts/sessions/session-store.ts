import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import { purpose, type AccountSessionRow, type AccountTables } from '../tables.ts'

export type Session = Selectable<AccountSessionRow>

/** Where people are signed in. What ended isn't found. */
export function sessionStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  const open = () => db.selectFrom('account_session').selectAll().where('ended_at', 'is', null)
  return {
    add: async (row: Insertable<AccountSessionRow>): Promise<void> => {
      await db.insertInto('account_session').values(row).execute()
    },
    get: (id: string): Promise<Session[]> => open().where('id', '=', id).execute(),
    find: (token: BlindIndex): Promise<Session[]> => open().where('token_index', '=', token).execute(),
    ofAccount: (account: string): Promise<Session[]> =>
      open().where('record_id', '=', account).orderBy('created_at').execute(),
    change: async (id: string, row: Updateable<AccountSessionRow>): Promise<void> => {
      await db.updateTable('account_session').set(row).where('id', '=', id).where('ended_at', 'is', null).execute()
    },
    /** Ends one at once: nothing finds it from now on. */
    end: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('account_session')
        .set({ ended_at: at, token_index: null })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
