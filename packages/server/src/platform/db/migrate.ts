import { sql, type Kysely, type Transaction } from 'kysely'
import { StartupError } from '../startup-error.ts'
import { asUndeclared, declareColumns, refuseUndeclared, type Declared } from './access/ddl-guard.ts'
import { liftForMigration } from './access/lift.ts'
import { readMigrations, type Migration } from './migration-files.ts'
import { reasonOf } from './statements/database-error.ts'
import type { PlatformTables } from './tables.ts'

/**
 * Runs the migrations that the database lacks, each in a transaction of its own together with the note that it ran.
 * None may leave anything behind that isn't declared, but for what a later one retires.
 * @param declared what there may be when all have run
 * @throws StartupError `db.migration-changed`, `db.migration-failed`, `db.schema-mismatch`
 */
export async function migrate(kysely: Kysely<PlatformTables>, folder: string, declared: Declared): Promise<void> {
  const migrations = readMigrations(folder)
  const applied = await appliedMigrations(kysely)
  refuseChanged(migrations, applied)
  const pending = migrations.filter(({ number }) => !applied.has(number))
  for (const [index, migration] of pending.entries()) {
    const later = pending.slice(index + 1)
    await kysely.transaction().execute(async (transaction) => {
      await declareColumns(transaction, withRetired(declared, [migration, ...later]))
      await run(transaction, migration)
      await declareColumns(transaction, withRetired(declared, later))
      await refuseUndeclared(transaction, fileName(migration))
    })
  }
  if (pending.length === 0) await declareColumns(kysely, declared)
}

async function run(transaction: Transaction<PlatformTables>, migration: Migration): Promise<void> {
  await liftForMigration(transaction)
  try {
    await sql.raw(migration.sql).execute(transaction)
  } catch (error) {
    const where = fileName(migration)
    throw asUndeclared(error, where) ?? new StartupError('db.migration-failed', `${where}: ${reasonOf(error)}`)
  }
  const { number, name, hash } = migration
  await transaction
    .insertInto('schema_migration')
    .values({ number, name, content_hash: hash, applied_at: new Date() })
    .execute()
}

type Applied = Pick<Migration, 'number' | 'name' | 'hash'>

/** The migrations that a database has run, by number. */
export async function appliedMigrations(kysely: Kysely<PlatformTables>): Promise<Map<number, Applied>> {
  // The first migration makes the table that is asked here.
  const exists = await sql<{ table: string | null }>`select to_regclass('schema_migration')::text as table`.execute(
    kysely,
  )
  if (exists.rows[0]?.table === null) return new Map()
  const rows = await kysely
    .selectFrom('schema_migration')
    .select(['number', 'name', 'content_hash'])
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ number, name, content_hash: hash }) => [number, { number, name, hash }]))
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<number, Applied>): void {
  const changed = migrations.find(({ number, hash }) => (applied.get(number)?.hash ?? hash) !== hash)
  if (changed !== undefined)
    throw new StartupError('db.migration-changed', `${fileName(changed)} is not the file that this database ran.`)
  const newer = [...applied.values()].find(({ number }) => number > migrations.length)
  if (newer === undefined) return
  throw new StartupError(
    'db.migration-changed',
    `This database ran ${fileName(newer)}, which this version of Samtale does not have.`,
  )
}

function withRetired(declared: Declared, migrations: readonly Migration[]): Declared {
  const sum: Record<string, readonly string[] | null> = { ...declared }
  for (const name of migrations.flatMap(({ retires }) => retires)) {
    const [table = name, column] = name.split('.')
    if (column === undefined) sum[table] = null
    else if (sum[table] !== null) sum[table] = [...(sum[table] ?? []), column]
  }
  return sum
}

function fileName({ number, name }: Pick<Applied, 'number' | 'name'>): string {
  return `${String(number).padStart(4, '0')}_${name}.sql`
}
