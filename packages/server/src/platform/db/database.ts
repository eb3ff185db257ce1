import { fileURLToPath } from 'node:url'
import type { TableBindings } from '@samtale/policy'
import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely'
import { narrow, type Db } from './db.ts'
import { openEmbedded } from './embedded.ts'
import { readLiveSchema } from './live-schema.ts'
import { migrate } from './migrate.ts'
import { refuseDifferences } from './schema-check.ts'
import { openServerPool } from './server-pool.ts'
import type { PlatformTables } from './tables.ts'

export interface DatabaseOptions<Tables> {
  /** Folder of the embedded database. */
  folder: string
  /** `postgres://…`: a server in place of the embedded database. */
  serverUrl: string | null
  /** What each column of each table holds; the database is refused where it has others. */
  columns: TableBindings<Tables>
  migrations?: string
}

export interface Database<Tables> {
  /** For stores; each takes `Db<ItsTables>`. */
  readonly db: Db<Tables>
  /** Whether a statement is answered now. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

const ownMigrations = fileURLToPath(new URL('../../../migrations', import.meta.url))

/**
 * Opens the database, runs the migrations that it lacks, and compares every relation in it with the policy's bindings.
 * @throws StartupError any of `db.*`
 */
export async function openDatabase<Tables>(options: DatabaseOptions<Tables>): Promise<Database<Tables>> {
  const { pool, unlock } = await openPool(options)
  return prepareDatabase(pool, options, unlock)
}

/** The same over a pool that is open already; `closed` is called when the database has been closed. */
export async function prepareDatabase<Tables>(
  pool: PostgresPool,
  { columns, migrations = ownMigrations }: Pick<DatabaseOptions<Tables>, 'columns' | 'migrations'>,
  closed: () => void,
): Promise<Database<Tables>> {
  const dialect = new PostgresDialect({ pool })
  const platform = new Kysely<PlatformTables>({ dialect })
  const close = async () => {
    await pool.end()
    closed()
  }
  try {
    await migrate(platform, migrations)
    refuseDifferences(columns, await readLiveSchema(platform))
  } catch (error) {
    await close()
    throw error
  }
  const answers = () =>
    sql`select 1`.execute(platform).then(
      () => true,
      () => false,
    )
  return { db: narrow(new Kysely<Tables>({ dialect })), answers, close }
}

async function openPool({ folder, serverUrl }: { folder: string; serverUrl: string | null }) {
  if (serverUrl !== null) return { pool: await openServerPool(serverUrl), unlock: () => {} }
  return openEmbedded(folder)
}
