import type { Insertable } from 'kysely'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { PolicyStepRow, PolicyVersionRow, PrivacyTables } from './tables.ts'
import type { VersionRows } from './versions/stored.ts'

/** The versions of the policy and what became of them. */
export function policyVersionStore(database: Purposes<PrivacyTables>) {
  const db = database.for(builtInPurposes.operation)
  const versions = (): Promise<VersionRows['versions']> => db.selectFrom('policy_version').selectAll().execute()
  const steps = (): Promise<VersionRows['steps']> => db.selectFrom('policy_step').selectAll().execute()
  const controllers = (): Promise<VersionRows['controllers']> =>
    db.selectFrom('policy_controller').selectAll().execute()
  return {
    versions,
    steps,
    controllers,
    rows: async (): Promise<VersionRows> => ({
      versions: await versions(),
      steps: await steps(),
      controllers: await controllers(),
    }),

    /** Adds a version. False where another server has just added one of that number. */
    add: async (row: Insertable<PolicyVersionRow>): Promise<boolean> => {
      const result = await db
        .insertInto('policy_version')
        .values(row)
        .onConflict((conflict) => conflict.column('version').doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },

    /** Adds a step. False where the version has taken it before. */
    addStep: async (row: Insertable<PolicyStepRow>): Promise<boolean> => {
      const result = await db
        .insertInto('policy_step')
        .values(row)
        .onConflict((conflict) => conflict.columns(['version', 'step']).doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },

    /** Writes down who is named in a version, in place of what stood there. */
    name: async (version: number, controller: string): Promise<void> => {
      await db
        .insertInto('policy_controller')
        .values({ version, controller })
        .onConflict((conflict) => conflict.column('version').doUpdateSet({ controller }))
        .execute()
    },
  }
}
