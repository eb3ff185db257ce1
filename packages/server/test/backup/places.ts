import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Config } from '../../src/platform/config/config.ts'
import { startPostgres } from '../db/postgres.ts'
import { configIn, newEmbeddedFolder } from './installation.ts'

type Places = [engine: 'embedded' | 'server', newConfig: () => Promise<Config>][]

/** For tests: what the machine has engines for; each gives the configuration of a new, empty installation. */
export async function installationPlaces(): Promise<Places> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-backup-'))
  const postgres = await startPostgres()
  afterAll(async () => {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const migrated = newEmbeddedFolder(folder)
  const embedded = async () => {
    const dataDir = mkdtempSync(path.join(folder, 'embedded-'))
    cpSync(await migrated, dataDir, { recursive: true })
    return configIn(dataDir)
  }
  if (postgres === null) return [['embedded', embedded]]
  const onServer = async () =>
    configIn(mkdtempSync(path.join(folder, 'server-')), { DATABASE_URL: asAddress(await postgres.createDatabase()) })
  return [
    ['embedded', embedded],
    ['server', onServer],
  ]
}

/** As a setting takes it: with a host, which the parameter takes the place of. */
export function asAddress(url: string): string {
  return url.replace('@/', '@localhost/')
}
