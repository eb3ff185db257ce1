import { sql, type Kysely, type Transaction } from 'kysely'
import { StartupError } from '../startup-error.ts'
import { readMigrations, type Migration } from './migration-files.ts'
import type { PlatformTables } from './tables.ts'

/** Any number that nothing else in the same database locks by. */
const lockNumber = 7_264_253

/**
 * Runs the migrations that the database lacks, each in a transaction of its own together with the note that it ran.
 * Servers that start at the same time take turns.
 * @throws StartupError `db.migration-changed`, `db.migration-failed`
 */
export async function migrate(kysely: Kysely<PlatformTables>, folder: string): Promise<void> {
  const migrations = readMigrations(folder)
  for (const migration of migrations)
    await kysely.transaction().execute((transaction) => runOnce(transaction, migration))
  await refuseUnknown(kysely, migrations.length)
}

async function runOnce(transaction: Transaction<PlatformTables>, migration: Migration): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(transaction)
  const applied = await appliedHash(transaction, migration.number)
  if (applied === migration.hash) return
  if (applied !== null) {
    throw new StartupError('db.migration-changed', `${fileName(migration)} is not the file that this database ran.`)
  }
  try {
    await sql.raw(migration.sql).execute(transaction)
  } catch (error) {
    throw new StartupError(
      'db.migration-failed',
      `${fileName(migration)}: ${error instanceof Error ? error.message : 'failed'}`,
    )
  }
  const { number, name, hash } = migration
  await transaction
    .insertInto('schema_migration')
    .values({ number, name, content_hash: hash, applied_at: new Date() })
    .execute()
}

async function appliedHash(transaction: Transaction<PlatformTables>, number: number): Promise<string | null> {
  // The first migration makes the table that is asked here.
  const exists = await sql<{ table: string | null }>`select to_regclass('schema_migration')::text as table`.execute(
    transaction,
  )
  if (exists.rows[0]?.table === null) return null
  const row = await transaction
    .selectFrom('schema_migration')
    .select('content_hash')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content_hash ?? null
}

async function refuseUnknown(kysely: Kysely<PlatformTables>, known: number): Promise<void> {
  const newer = await kysely
    .selectFrom('schema_migration')
    .select(['number', 'name'])
    .where('number', '>', known)
    .executeTakeFirst()
  if (newer === undefined) return
  throw new StartupError(
    'db.migration-changed',
    `This database ran ${fileName(newer)}, which this version of Samtale does not have.`,
  )
}

function fileName({ number, name }: { number: number; name: string }): string {
  return `${String(number).padStart(4, '0')}_${name}.sql`
}
