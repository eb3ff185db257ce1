import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { Sealed } from '../../../platform/seals/sealed.ts'
import { accountCategory, purpose, type AccountTables } from '../tables.ts'
import { digestPurpose, type AccountAddressChangeRow, type AccountDigestRow } from './tables.ts'

/** Pictures of accounts. */
export function pictureStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    get: async (
      account: string,
    ): Promise<{ picture: Sealed<typeof accountCategory> | null; changed_at: Date } | null> =>
      (await db
        .selectFrom('account_picture')
        .select(['picture', 'changed_at'])
        .where('record_id', '=', account)
        .executeTakeFirst()) ?? null,
    set: async (account: string, picture: Sealed<typeof accountCategory> | null, at: Date): Promise<void> => {
      await db
        .insertInto('account_picture')
        .values({ record_id: account, picture, changed_at: at })
        .onConflict((same) => same.column('record_id').doUpdateSet({ picture, changed_at: at }))
        .execute()
    },
  }
}

export type AddressChange = Selectable<AccountAddressChangeRow>

/** Changes of address: one for each account. */
export function addressChangeStore(database: Purposes<AccountTables>) {
  const db = database.for(purpose)
  return {
    get: async (account: string): Promise<AddressChange | null> =>
      (await db.selectFrom('account_address_change').selectAll().where('record_id', '=', account).executeTakeFirst()) ??
      null,
    /** False where the account's last one can still be taken back: it stays. */
    begin: async (row: Insertable<AccountAddressChangeRow>): Promise<boolean> => {
      const { record_id: _account, ...rest } = row
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('account_address_change')
        .values(row)
        .onConflict((same) =>
          same
            .column('record_id')
            .doUpdateSet(rest)
            .where(({ or, eb }) =>
              or([
                eb('account_address_change.changed_at', 'is', null),
                eb('account_address_change.address_before', 'is', null),
              ]),
            ),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    /** Takes a try; false where there are none left. */
    take: async (account: string, most: number): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('account_address_change')
        .set((row) => ({ tries: row('tries', '+', 1) }))
        .where('record_id', '=', account)
        .where('tries', '<', most)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    /** Those that hold something, and can neither be finished nor taken back. */
    over: (now: Date): Promise<AddressChange[]> =>
      db
        .selectFrom('account_address_change')
        .selectAll()
        .where('expires_at', '<=', now)
        .where((row) => row.or([row('address_before', 'is not', null), row('address_after', 'is not', null)]))
        .limit(500)
        .execute(),
    change: async (account: string, row: Updateable<AccountAddressChangeRow>): Promise<void> => {
      await db.updateTable('account_address_change').set(row).where('record_id', '=', account).execute()
    },
  }
}

export type Digest = Selectable<AccountDigestRow>

/** Who wants the summary by mail. */
export function digestStore(database: Purposes<AccountTables>) {
  // Not every policy that has accounts has the summary.
  const db = () => database.for(digestPurpose)
  return {
    ofAccount: (account: string): Promise<Digest[]> =>
      db().selectFrom('account_digest').selectAll().where('account_id', '=', account).execute(),
    get: (record: string): Promise<Digest | undefined> =>
      db().selectFrom('account_digest').selectAll().where('record_id', '=', record).executeTakeFirst(),
    add: async (row: Insertable<AccountDigestRow>): Promise<void> => {
      await db().insertInto('account_digest').values(row).execute()
    },
    sent: async (record: string, at: Date): Promise<void> => {
      await db().updateTable('account_digest').set({ sent_at: at }).where('record_id', '=', record).execute()
    },
    /** Those who want it, in the order of their ids. */
    page: async (after: string, most: number): Promise<Digest[]> =>
      db()
        .selectFrom('account_digest')
        .selectAll()
        .where('wanted_since', 'is not', null)
        .where('record_id', '>', after)
        .orderBy('record_id')
        .limit(most)
        .execute(),
  }
}
