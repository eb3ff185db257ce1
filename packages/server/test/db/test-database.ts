import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Policy, TableBindings } from '@samtale/policy'
import { Kysely, PostgresDialect } from 'kysely'
import { tableBindings } from '../../src/app/database.ts'
import { randomText, sha256 } from '../../src/platform/ids.ts'
import type { BoundTable } from '../../src/platform/db/access/bound-tables.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { declaredBy } from '../../src/platform/db/access/ddl-guard.ts'
import { ownMigrations, prepareDatabase, type Database } from '../../src/platform/db/database.ts'
import { embeddedEngine } from '../../src/platform/db/embedded.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedThread } from '../../src/platform/db/embedded-thread.ts'
import type { Engine } from '../../src/platform/db/engine.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { readMigrations } from '../../src/platform/db/migration-files.ts'
import type { PlatformTables } from '../../src/platform/db/tables.ts'

interface TestDatabaseOptions<Tables> {
  columns: TableBindings<Tables>
  /** Kind of the records that a table's rows belong to, for tables that have any. */
  records?: Partial<Record<keyof Tables & string, string>>
  /** What the policy does; nothing, where it isn't given. */
  processings?: Policy['processings']
  migrations?: string
}

/**
 * For tests: an empty database in memory, migrated and checked, on the same code as the embedded one. An empty cluster
 * is made once a machine and kept beside the other caches of node_modules, since making one takes seconds.
 */
export async function createTestDatabase<Tables>(options: TestDatabaseOptions<Tables>): Promise<Database<Tables>> {
  const engine = options.migrations === undefined ? await openMigratedEngine() : await openTestEngine()
  return prepareDatabase<Tables>(engine, preparation(options))
}

/** What a database is prepared with: bindings, and the plan that follows from them. */
export function preparation<Tables>(options: TestDatabaseOptions<Tables>) {
  const { columns, records = {}, processings = {}, migrations } = options
  const kinds: Readonly<Record<string, string | undefined>> = records
  // A mapped type over unknown tables is no record for the compiler, though it is one.
  const bound = Object.entries(columns as Readonly<Record<string, BoundTable['columns']>>)
  const bindings = Object.fromEntries(
    bound.map(([table, own]) => [table, { record: kinds[table] ?? null, columns: own }]),
  )
  const plan = accessPlan(bindings, processings)
  return { bindings, plan, ...(migrations === undefined ? {} : { migrations }) }
}

/** The embedded database, not prepared: its owner may do anything. */
export async function openTestEngine(): Promise<Engine> {
  return embeddedEngine(await openTestPool(), () => {})
}

/** The same as a pool. */
export async function openTestPool(): Promise<EmbeddedPool> {
  return new EmbeddedPool(await EmbeddedThread.start({ folder: null, template: await testTemplate() }))
}

/** The embedded database with our migrations, not prepared. They run once a machine, and again where one has changed. */
export async function openMigratedEngine(): Promise<Engine> {
  const hash = sha256(JSON.stringify(readMigrations(ownMigrations))).slice(0, 16)
  const template = await templateNamed(`migrated-${hash}`, migrated)
  return embeddedEngine(new EmbeddedPool(await EmbeddedThread.start({ folder: null, template })), () => {})
}

/** An empty cluster, as a tar of its folder. */
export function testTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  return templateNamed('empty', () => PGlite.create())
}

/** A cluster as a tar of its folder, made where there is none of the name yet. */
async function templateNamed(name: string, make: () => Promise<PGlite>): Promise<Uint8Array<ArrayBuffer>> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const home = path.resolve(entry, '../..')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const file = path.resolve(home, `../../.cache/samtale/pglite-${version}-${name}.tar`)
  if (!existsSync(file)) await keepTemplate(file, await make())
  return new Uint8Array(readFileSync(file))
}

async function keepTemplate(file: string, cluster: PGlite): Promise<void> {
  const dump = await cluster.dumpDataDir('none')
  await cluster.close()
  mkdirSync(path.dirname(file), { recursive: true })
  // Test files run beside each other: whoever is last wins, and nobody reads half a file.
  const unfinished = `${file}.${randomText(8)}`
  writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()))
  renameSync(unfinished, file)
}

async function migrated(): Promise<PGlite> {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'samtale-template-')), 'files')
  const pool = new EmbeddedPool(await EmbeddedThread.start({ folder, template: await testTemplate() }))
  const owner = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(owner, ownMigrations, declaredBy(tableBindings))
  await owner.destroy()
  return PGlite.create(folder)
}
