import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { randomText } from '../../src/platform/ids.ts'
import { prepareDatabase, type Database, type DatabaseOptions } from '../../src/platform/db/database.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedThread } from '../../src/platform/db/embedded-thread.ts'

/**
 * For tests: an empty database in memory, migrated and checked, on the same code as the embedded one. An empty cluster
 * is made once a machine and kept beside the other caches of node_modules, since making one takes seconds.
 */
export async function createTestDatabase<Tables>(
  options: Pick<DatabaseOptions<Tables>, 'columns' | 'migrations'>,
): Promise<Database<Tables>> {
  return prepareDatabase(await openTestPool(), options, () => {})
}

/** The same without migrations and checks. */
export async function openTestPool(): Promise<EmbeddedPool> {
  const file = templateFile()
  if (!existsSync(file)) await makeTemplate(file)
  const template = new Uint8Array(readFileSync(file))
  return new EmbeddedPool(await EmbeddedThread.start({ folder: null, template }))
}

function templateFile(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const home = path.resolve(entry, '../..')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  return path.resolve(home, `../../.cache/samtale/pglite-${version}.tar`)
}

async function makeTemplate(file: string): Promise<void> {
  const cluster = await PGlite.create()
  const dump = await cluster.dumpDataDir('none')
  await cluster.close()
  mkdirSync(path.dirname(file), { recursive: true })
  // Test files run beside each other: whoever is last wins, and nobody reads half a file.
  const unfinished = `${file}.${randomText(8)}`
  writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()))
  renameSync(unfinished, file)
}
