import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex, Sealed } from '../../../platform/seals/sealed.ts'
import {
  purpose,
  type AccountRecoveryCodeRow,
  type AccountSecondFactorRow,
  type AccountTables,
  type keysCategory,
} from '../tables.ts'

/** The second factor of an account. */
export function factorStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    get: (account: string): Promise<Selectable<AccountSecondFactorRow> | undefined> =>
      db.selectFrom('account_second_factor').selectAll().where('record_id', '=', account).executeTakeFirst(),

    /** A secret that nobody has shown to have yet; in the place of one that is in use, only once that is removed. */
    begin: async (account: string, secret: Sealed<typeof keysCategory>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('account_second_factor')
        .values({ record_id: account, secret, last_step: 0 })
        .onConflict((conflict) =>
          conflict
            .column('record_id')
            .doUpdateSet({ secret, last_step: 0 })
            .where('account_second_factor.confirmed_at', 'is', null),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    confirm: async (account: string, step: number, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('account_second_factor')
        .set({ confirmed_at: at, last_step: step })
        .where('record_id', '=', account)
        .where('confirmed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Takes the code of a step; false where that or a later one was taken before (RFC 6238 §5.2). */
    take: async (account: string, step: number): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('account_second_factor')
        .set({ last_step: step })
        .where('record_id', '=', account)
        .where('confirmed_at', 'is not', null)
        .where('last_step', '<', step)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    remove: async (account: string): Promise<void> => {
      await db
        .updateTable('account_second_factor')
        .set({ secret: null, confirmed_at: null, last_step: 0 })
        .where('record_id', '=', account)
        .execute()
    },
  }
}

/** Codes for whoever has lost their second factor; each works once. */
export function recoveryStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  const unused = (account: string) =>
    db
      .updateTable('account_recovery_code')
      .set({ code_index: null })
      .where('record_id', '=', account)
      .where('used_at', 'is', null)
  return {
    add: async (rows: readonly Insertable<AccountRecoveryCodeRow>[]): Promise<void> => {
      await db
        .insertInto('account_recovery_code')
        .values([...rows])
        .execute()
    },
    left: async (account: string): Promise<number> => {
      const rows = await db
        .selectFrom('account_recovery_code')
        .select('id')
        .where('record_id', '=', account)
        .where('used_at', 'is', null)
        .execute()
      return rows.length
    },
    use: async (account: string, code: BlindIndex, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await unused(account)
        .set({ used_at: at })
        .where('code_index', '=', code)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    /** None of them works any more. */
    end: async (account: string, at: Date): Promise<void> => {
      await unused(account).set({ used_at: at }).execute()
    },
  }
}
