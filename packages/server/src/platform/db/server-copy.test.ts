import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
import { once, startPostgres } from '../../../test/db/postgres.ts'
import { asAddress } from '../../../test/backup/places.ts'
import { openServer } from './server.ts'
import { dumpServer, lookAtServer, restoreServer } from './server-copy.ts'
import { ProgramFailed } from './server-programs.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-copy-'))
const postgres = await startPostgres()
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const processings = { mail: { purpose: 'service-notice', categories: ['mail.address'] } } as const
const open = async (url: string) => openAppTestDatabase(processings, await openServer(url))

async function newOwner(name: string): Promise<{ url: string; superuser: string }> {
  const superuser = (await postgres?.createDatabase()) ?? expect.fail()
  const database = new URL(asAddress(superuser)).pathname.slice(1)
  await once(superuser, `create role ${name} login createrole password 'correct-horse'`)
  await once(superuser, `alter database ${database} owner to ${name}`)
  await once(superuser, `alter schema public owner to ${name}`)
  return { url: asAddress(postgres?.urlFor(database, name, 'correct-horse') ?? ''), superuser }
}

async function dumpTo(url: string): Promise<string> {
  const file = path.join(folder, `${Math.random()}.dump`)
  const pieces: Uint8Array[] = []
  for await (const piece of dumpServer(url)) pieces.push(piece)
  writeFileSync(file, Buffer.concat(pieces))
  return file
}

const forced = (url: string) =>
  once(url, 'select relname from pg_class where relforcerowsecurity order by relname').then((rows) => rows.length)

test.runIf(postgres !== null)(
  'a database of an owner without any might over others is dumped whole, and restored under another owner',
  { timeout: 120_000 },
  async () => {
    const from = await newOwner('keeper')
    const first = await open(from.url)
    await first.for('service-notice').insertInto('record').values({ id: 'kept', kind: 'ticket' }).execute()
    const before = await forced(from.superuser)
    const dump = await dumpTo(from.url)
    expect(before).toBeGreaterThan(5)
    expect(await forced(from.superuser)).toBe(before)
    await first.for('service-notice').insertInto('record').values({ id: 'later', kind: 'ticket' }).execute()
    await first.close()

    const to = await newOwner('other_keeper')
    expect(await lookAtServer(to.url)).toEqual({ hasData: false, isServed: false })
    await restoreServer(to.url, dump)
    for (const place of [to, from]) {
      if (place === from) await restoreServer(from.url, dump)
      const second = await open(place.url)
      expect(await lookAtServer(place.superuser)).toEqual({ hasData: true, isServed: true })
      expect(await second.for('storage').selectFrom('record').select('id').execute()).toEqual([{ id: 'kept' }])
      expect(await forced(place.superuser)).toBe(before)
      await second.close()
    }
    // What the ledger's own rules are made of came back with it.
    await expect(once(to.superuser, 'truncate ledger_entry')).rejects.toThrow('only added to')
  },
)

test.runIf(postgres !== null)('a dump that is cut short changes nothing', { timeout: 120_000 }, async () => {
  const { url } = await newOwner('third_keeper')
  const database = await open(url)
  await database.for('service-notice').insertInto('record').values({ id: 'here', kind: 'ticket' }).execute()
  const dump = await dumpTo(url)
  await database.for('service-notice').insertInto('record').values({ id: 'also', kind: 'ticket' }).execute()
  await database.close()
  for (const size of [0.99, 0.9, 0.6]) {
    const cut = path.join(folder, `${size}`)
    writeFileSync(cut, readFileSync(dump).subarray(0, Math.floor(statSync(dump).size * size)))
    await expect(restoreServer(url, cut)).rejects.toBeInstanceOf(ProgramFailed)
  }
  const again = await open(url)
  const found = await again.for('storage').selectFrom('record').select('id').orderBy('id').execute()
  expect(found).toEqual([{ id: 'also' }, { id: 'here' }])
  await again.close()
})
