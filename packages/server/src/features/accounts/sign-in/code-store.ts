import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import { purpose, type AccountTables, type SignInCodeRow } from '../tables.ts'

export type SignInCode = Selectable<SignInCodeRow>

/** Codes and challenges under way. */
export function codeStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    add: async (row: Insertable<SignInCodeRow>): Promise<void> => {
      await db.insertInto('sign_in_code').values(row).execute()
    },
    get: (id: string): Promise<SignInCode[]> =>
      db.selectFrom('sign_in_code').selectAll().where('id', '=', id).where('used_at', 'is', null).execute(),
    about: (index: BlindIndex): Promise<SignInCode[]> =>
      db
        .selectFrom('sign_in_code')
        .selectAll()
        .where('about_index', '=', index)
        .where('used_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    /** The record of what was under way about this since a time, used or not: what comes next belongs to it too. */
    recordAbout: async (index: BlindIndex, since: Date): Promise<string | null> => {
      const row = await db
        .selectFrom('sign_in_code')
        .select('record_id')
        .where('about_index', '=', index)
        .where('created_at', '>', since)
        .orderBy('created_at', 'desc')
        .executeTakeFirst()
      return row?.record_id ?? null
    },
    /** Whoever is first uses it up; what it held is gone at once. */
    use: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('sign_in_code')
        .set({ used_at: at, value: null })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
