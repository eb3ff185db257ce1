import type { Insertable, Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { PolicyVersionRow, PrivacyTables } from './tables.ts'

/** The versions of the policy. */
export function policyVersionStore(db: Db<PrivacyTables>) {
  return {
    latest: (): Promise<Selectable<PolicyVersionRow> | undefined> =>
      db.selectFrom('policy_version').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst(),

    /** Adds a version. False where another server has just added one of that number. */
    add: async (row: Insertable<PolicyVersionRow>): Promise<boolean> => {
      const result = await db
        .insertInto('policy_version')
        .values(row)
        .onConflict((conflict) => conflict.column('version').doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },
  }
}

export type PolicyVersionStore = ReturnType<typeof policyVersionStore>
