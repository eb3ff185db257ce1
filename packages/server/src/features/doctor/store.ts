import type { Db } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'

/** The migrations that a database has run, by number. */
export async function appliedMigrations(db: Db<Pick<PlatformTables, 'schema_migration'>>): Promise<number[]> {
  const rows = await db.selectFrom('schema_migration').select('number').orderBy('number').execute()
  return rows.map((row) => row.number)
}
