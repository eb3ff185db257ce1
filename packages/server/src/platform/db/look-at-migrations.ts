import { Kysely, PostgresDialect } from 'kysely'
import { openEmbedded } from './embedded.ts'
import { appliedMigrations } from './migrate.ts'
import { openServer } from './server.ts'
import type { PlatformTables } from './tables.ts'

/**
 * The numbers of the migrations that a database has run, none where it has run none. Changes nothing.
 * @throws StartupError `db.in-use`, `db.open-failed`, `db.unreachable`
 */
export async function lookAtMigrations(place: { folder: string; serverUrl: string | null }): Promise<number[]> {
  const engine = place.serverUrl === null ? await openEmbedded(place.folder) : await openServer(place.serverUrl)
  try {
    const owner = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool: engine.owner }) })
    return [...(await appliedMigrations(owner)).keys()]
  } finally {
    await engine.abandon()
  }
}
