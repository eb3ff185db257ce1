import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'

/** The number of the last migration that a database has run. */
export async function lastMigration(database: Purposes<Pick<PlatformTables, 'schema_migration'>>): Promise<number> {
  const row = await database
    .for(builtInPurposes.operation)
    .selectFrom('schema_migration')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}
