import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { accessPlan } from '../../../platform/db/access/plan.ts'
import { openDatabase } from '../../../platform/db/database.ts'
import { lockFolder } from '../../../platform/db/folder-lock.ts'
import { createBorderCounts } from '../../../platform/border-counts.ts'
import { firstEpochKeys } from '../../../platform/seals/epoch-keys.ts'
import { openKekFile } from '../../../platform/seals/kek-file.ts'
import { schemaMigrationColumns, type PlatformTables } from '../../../platform/db/tables.ts'
import type { Readiness } from '../../health/index.ts'
import { askServer } from './ask-server.ts'
import { gatherClock } from './gather-clock.ts'
import { gatherController } from './gather-controller.ts'
import { gatherDatabase } from './gather-database.ts'
import { gatherDisk } from './gather-disk.ts'
import { gatherKeys, gatherRestore } from './gather-keys.ts'
import { gatherPorts } from './gather-ports.ts'
import { gatherWorker } from './gather-worker.ts'

const allMigrations = path.resolve(import.meta.dirname, '../../../../migrations')
const ready: Readiness = {
  status: 'ready',
  database: 'ready',
  ledger: 'replayed',
  router: 'ready',
  mediaPorts: [40_000],
  borders: 'green',
  refusals: createBorderCounts().read(),
  requests: 'green',
  breaches: 'green',
  holds: 'green',
}
const loopback = '127.0.0.1'
/** A database is made and opened three times; on a busy machine each takes a while. */
const databaseMs = 180_000

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step()
})

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-doctor-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve))
  undo.push(() => server.close())
  return (server.address() as AddressInfo).port
}

test('a Samtale on the port is told from another program and from none', async () => {
  const samtale = await listening(http.createServer((_request, response) => response.end(JSON.stringify(ready))))
  const stranger = await listening(http.createServer((_request, response) => response.end('hello')))
  const silent = createServer()
  const free = await listening(silent)
  await new Promise((resolve) => silent.close(resolve))

  expect(await askServer(loopback, samtale)).toEqual(ready)
  expect(await askServer(loopback, stranger)).toBeNull()
  expect(await askServer(loopback, free)).toBeNull()
})

test('a web port that another program holds is taken, and so is a media port', async () => {
  const port = await listening(createServer())
  const facts = await gatherPorts({ host: loopback, port, mediaPort: port, mediaWorkers: 1 }, null)
  expect(facts).toEqual({ port, http: 'taken', media: { wanted: String(port), taken: [port] } })
})

test('the ports of a running server are its own', async () => {
  const port = await listening(createServer())
  const facts = await gatherPorts({ host: loopback, port, mediaPort: port, mediaWorkers: 1 }, ready)
  expect(facts).toEqual({ port, http: 'ours', media: { wanted: '40000', taken: [] } })
})

test('what migrations a database has run is read, and none is made by looking', { timeout: databaseMs }, async () => {
  const folder = path.join(temporaryFolder(), 'database')
  const first = path.join(temporaryFolder(), 'migrations')
  mkdirSync(first)
  cpSync(path.join(allMigrations, '0001_schema_migration.sql'), path.join(first, '0001_schema_migration.sql'))
  const look = () => gatherDatabase({ folder, serverUrl: null, migrations: allMigrations }, null)

  expect(await look()).toEqual({ state: 'none', where: folder })
  expect(existsSync(folder)).toBe(false)

  const bindings = { schema_migration: { columns: schemaMigrationColumns } }
  const options = { folder, serverUrl: null, bindings, plan: accessPlan(bindings, {}), migrations: first }
  const database = await openDatabase<PlatformTables>(options)
  expect(await look()).toEqual({ state: 'in-use', where: folder })
  await database.close()

  expect(await look()).toMatchObject({ state: 'open', where: folder, applied: [1] })
})

test('a database folder that can’t be opened is damaged, and one that is locked is in use', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'files'))
  writeFileSync(path.join(folder, 'files', 'PG_VERSION'), 'nonsense')
  const look = () => gatherDatabase({ folder, serverUrl: null, migrations: allMigrations }, null)
  expect(await look()).toEqual({ state: 'damaged', where: folder })
  undo.push(lockFolder(folder))
  expect(await look()).toEqual({ state: 'in-use', where: folder })
})

test('a PostgreSQL server that does not answer is unreachable, and its password is not told', async () => {
  const serverUrl = 'postgres://samtale:secret@127.0.0.1:1/samtale'
  const facts = await gatherDatabase({ folder: '', serverUrl, migrations: allMigrations }, null)
  expect(facts).toMatchObject({ state: 'unreachable' })
  expect(JSON.stringify(facts)).not.toContain('secret')
})

test('a worker that is named and doesn’t run is broken', async () => {
  const settings = { cacheDir: temporaryFolder(), binary: process.execPath, prebuilt: 'none' } as const
  expect(await gatherWorker(settings, null)).toMatchObject({ from: 'files', binary: 'broken' })
  expect(await gatherWorker({ ...settings, binary: null }, null)).toMatchObject({ from: 'files', binary: 'none' })
  expect(await gatherWorker(settings, { ...ready, router: 'pending', routerStep: 'Compiling' })).toEqual({
    from: 'server',
    router: 'pending',
    detail: 'Compiling',
  })
})

test('who answers for personal data is asked as a start asks', () => {
  const file = path.join(temporaryFolder(), 'policy.json')
  const settings = { policyFile: file, publicUrl: new URL('https://meet.example.org'), host: 'localhost', lan: false }
  expect(gatherController(settings)).toMatchObject({ state: 'unreadable' })
  expect(gatherController({ ...settings, policyFile: null })).toMatchObject({ state: 'missing' })
  expect(gatherController({ ...settings, policyFile: null, publicUrl: new URL('http://localhost:3000') })).toEqual({
    state: 'not-needed',
  })
  const mail = 'privacy@example.org'
  const controller = { name: 'Example Ltd', address: 'Street 1', country: 'NO', email: mail, privacyContact: mail }
  writeFileSync(file, JSON.stringify({ controller }))
  expect(gatherController(settings)).toEqual({ state: 'named', name: 'Example Ltd' })
})

test('a folder that isn’t there yet is judged by the one above', async () => {
  const folder = path.join(temporaryFolder(), 'not', 'yet')
  const [facts] = await gatherDisk([folder])
  expect(facts).toMatchObject({ folder, isWritable: true })
  expect(facts?.freeBytes).toBeGreaterThan(0)
})

test('the newest file of the installation is found', async () => {
  const root = temporaryFolder()
  writeFileSync(path.join(root, 'package.json'), '{}')
  utimesSync(path.join(root, 'package.json'), 0, new Date('2035-01-01T00:00:00Z'))
  const { newestFile } = await gatherClock(root, new Date())
  expect(newestFile.toISOString()).toBe('2035-01-01T00:00:00.000Z')
})

test('keys are looked at without opening them, and a restore that waits is seen', async () => {
  const dataDir = temporaryFolder()
  const kekFile = path.join(dataDir, 'keys', 'epoch-keys.json')
  const place = { dataDir, keysFolder: path.join(dataDir, 'keys'), kekFile, kekDays: 14 }
  const servers = { databaseUrl: null, keysDatabaseUrl: null }
  const own = { publicUrl: new URL('http://localhost:3000'), host: loopback, lan: false }
  const now = new Date()
  const settings = { ...place, ...servers, ...own }
  expect(await gatherKeys(settings, now)).toMatchObject({ file: { state: 'none' }, shares: null, outlived: [] })
  expect(existsSync(place.keysFolder)).toBe(false)
  openKekFile(kekFile).write(firstEpochKeys(new Date(now.getTime() - 86_400_000)))
  const found = await gatherKeys(settings, now)
  expect(found).toMatchObject({ file: { state: 'well' }, onNetwork: [] })
  expect(found.epochDays).toBeCloseTo(1, 3)
  chmodSync(kekFile, 0o644)
  expect(await gatherKeys(settings, now)).toMatchObject({ file: { state: 'exposed' } })
  writeFileSync(kekFile, 'x', { mode: 0o600 })
  chmodSync(kekFile, 0o600)
  expect(await gatherKeys(settings, now)).toMatchObject({ file: { state: 'unreadable' } })
  const publicUrl = new URL('https://meet.example.org')
  expect((await gatherKeys({ ...settings, publicUrl }, now)).shares).toBe('disk')
  const [databaseUrl, keysDatabaseUrl] = ['postgres://a@db.example/data', 'postgres://b:c@db.example:5432/keys']
  expect((await gatherKeys({ ...settings, databaseUrl, keysDatabaseUrl }, now)).shares).toBe('server')
  const apart = 'postgres://b@keys.example/keys'
  expect((await gatherKeys({ ...settings, databaseUrl, keysDatabaseUrl: apart }, now)).shares).toBeNull()

  expect(await gatherRestore(dataDir)).toBeNull()
  writeFileSync(path.join(dataDir, 'restore.json'), '{')
  expect(await gatherRestore(dataDir)).toMatchObject({ code: 'restore.unfinished' })
})
