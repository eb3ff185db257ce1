import { existsSync } from 'node:fs'
import path from 'node:path'
import { lookAtMigrations } from '../../../platform/db/look-at-migrations.ts'
import { readMigrations } from '../../../platform/db/migration-files.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import type { Readiness } from '../../health/index.ts'
import type { DatabaseFacts } from '../checks/check-database.ts'
import { isWritable, nearestExisting } from './gather-disk.ts'

interface DatabaseSettings {
  folder: string
  serverUrl: string | null
  migrations: string
}

/** Looks at the database without changing it. While a server runs, that one answers for it. */
export async function gatherDatabase(settings: DatabaseSettings, server: Readiness | null): Promise<DatabaseFacts> {
  if (server !== null) return { state: 'served', isReady: server.database === 'ready' }
  const { folder, serverUrl } = settings
  const where = serverUrl === null ? folder : new URL(serverUrl).host
  if (serverUrl === null && !isWritable(nearestExisting(folder))) return { state: 'unwritable', where }
  if (serverUrl === null && !existsSync(path.join(folder, 'files'))) return { state: 'none', where }
  try {
    const known = readMigrations(settings.migrations).map(({ number }) => number)
    return { state: 'open', where, applied: await lookAtMigrations(settings), known }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    if (error.code === 'db.unreachable') return { state: 'unreachable', reason: error.message }
    return { state: error.code === 'db.in-use' ? 'in-use' : 'damaged', where }
  }
}
