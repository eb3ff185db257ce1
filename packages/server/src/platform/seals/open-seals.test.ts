import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { failingParts } from '../../../test/seals/failing-parts.ts'
import { keyPlaces, type TestPlace } from '../../../test/seals/key-places.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { reveal } from '../personal.ts'
import { createSeals } from './create-seals.ts'
import { openKekFile } from './kek-file.ts'
import { openSeals } from './open-seals.ts'
import type { Cell } from './sealed.ts'

const clock = createTestClock()
const cell: Cell = { table: 'ticket', column: 'email', record: 'r', category: 'contact.email' }
const refused = (code: string, part = '') =>
  expect.objectContaining({ name: 'StartupError', code, message: expect.stringContaining(part) })
const open = ({ keys, kekFile }: TestPlace) => openSeals({ ...keys, kekFile, clock })
const places = await keyPlaces()

describe.each(places)('opening seals with keys in a %s', (_name, newPlace) => {
  /** A place in its third epoch, with a sealed value in it. */
  const used = async () => {
    const place = await newPlace()
    const seals = await open(place)
    const sealed = await seals.seal(cell, 'text')
    await seals.rotate({ force: true })
    const second = `${place.kekFile}.second`
    copyFileSync(place.kekFile, second)
    chmodSync(second, 0o600)
    await seals.rotate({ force: true })
    await seals.close()
    return { place, sealed, second }
  }
  const expectRefused = async (place: TestPlace, code: string, part = '') => {
    await expect(open(place)).rejects.toThrow(refused(code, part))
    // And says so again: nothing was made in its place.
    await expect(open(place)).rejects.toThrow(refused(code, part))
  }

  test('a missing file stops the start, with and without keys in the store', async () => {
    const { place } = await used()
    rmSync(place.kekFile)
    await expectRefused(place, 'keys.kek-missing', 'epoch 3')
    const empty = await newPlace()
    await (await open(empty)).close()
    rmSync(empty.kekFile)
    await expectRefused(empty, 'keys.kek-missing')
  })

  test('a damaged file, one that others can read, and one that can’t be replaced stop the start', async () => {
    const { place, sealed } = await used()
    const text = readFileSync(place.kekFile, 'utf8')
    writeFileSync(place.kekFile, text.slice(0, 200))
    await expectRefused(place, 'keys.kek-invalid')
    writeFileSync(place.kekFile, text)
    chmodSync(place.kekFile, 0o644)
    await expectRefused(place, 'keys.kek-exposed')
    chmodSync(place.kekFile, 0o600)
    const seals = await open(place)
    expect(reveal(await seals.open(cell, sealed))).toBe('text')
    await seals.close()
    await expectRefused({ ...place, kekFile: path.join(place.kekFile, 'below', 'keys.json') }, 'keys.kek-unwritable')
  })

  test('any change of a key or of the pepper is noticed', async () => {
    const { place } = await used()
    const content = JSON.parse(readFileSync(place.kekFile, 'utf8')) as Record<string, Record<string, unknown>>
    const other = Buffer.alloc(32, 9).toString('base64url')
    const write = (change: object) => writeFileSync(place.kekFile, JSON.stringify({ ...content, ...change }))
    write({ pepper: other })
    await expectRefused(place, 'keys.kek-mismatch', 'pepper')
    write({ current: { ...content['current'], key: other } })
    await expectRefused(place, 'keys.kek-mismatch', 'epoch 3')
  })

  test('the file of an earlier epoch or of another installation stops the start; one epoch back is no crash', async () => {
    const { place, second } = await used()
    const [now, other] = [`${place.kekFile}.now`, await used()]
    copyFileSync(place.kekFile, now)
    copyFileSync(second, place.kekFile)
    await expectRefused(place, 'keys.kek-mismatch', 'The file has epoch 2, the key store is in epoch 3.')
    copyFileSync(other.place.kekFile, place.kekFile)
    await expectRefused(place, 'keys.kek-mismatch')
    copyFileSync(now, place.kekFile)
    await (await open(place)).close()
  })

  test('half a file that a crash left is cleared away', async () => {
    const { place } = await used()
    writeFileSync(`${place.kekFile}.new`, 'half a file, with keys')
    await (await open(place)).close()
    expect(existsSync(`${place.kekFile}.new`)).toBe(false)
  })

  test('an empty store stops the start where the file was used with another', async () => {
    const { place } = await used()
    const wrong = { ...(await newPlace()), kekFile: place.kekFile }
    await expectRefused(wrong, 'keys.store-missing')
    // The way that docs/configuration.md describes.
    const content = JSON.parse(readFileSync(place.kekFile, 'utf8')) as object
    writeFileSync(place.kekFile, JSON.stringify({ ...content, inUse: false }))
    const seals = await open(wrong)
    expect(await seals.status()).toMatchObject({ epoch: 3, keys: 0 })
    await seals.close()
  })

  test('a first start that is cut short anywhere is finished by the next one', { timeout: 240_000 }, async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1, ended = false; !ended; at += 1) {
        const place = await newPlace()
        const store = await place.openStore()
        const parts = failingParts({ store, file: openKekFile(place.kekFile) }, at, when)
        const first = await createSeals({ ...parts, clock, log: null, rotationDays: 14 }).catch(() => null)
        ended = first !== null
        await store.close()
        const seals = await open(place)
        const sealed = await seals.seal(cell, 'text')
        await seals.close()
        const again = await open(place)
        expect(reveal(await again.open(cell, sealed))).toBe('text')
        expect(await again.status()).toMatchObject({ epoch: 1, keys: 1 })
        await again.close()
        expect(openKekFile(place.kekFile).read()?.inUse).toBe(true)
        if (ended) expect(parts.steps).toEqual(['changeState', 'write', 'changeState', 'write'])
      }
    }
  })

  test('nodes that start for the first time at once have the same keys', async () => {
    const place = await newPlace()
    const nodes = await Promise.all([open(place), open(place), open(place)])
    const indexes = nodes.map((node) => node.index('contact.email', 'ola@person.example'))
    expect(new Set(indexes).size).toBe(1)
    const sealed = await nodes[0]?.seal(cell, 'text')
    for (const node of nodes) {
      expect(sealed && reveal(await node.open(cell, sealed))).toBe('text')
      await node.close()
    }
  })
})

test.runIf(places.length > 1)(
  'a server’s database that has the data is refused, and so is one that can’t be had',
  async () => {
    const place = await places[1]?.[1]()
    if (place === undefined || !('keysDatabaseUrl' in place.keys)) return expect.fail()
    const url = place.keys.keysDatabaseUrl
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table schema_migration (number int)')
    await expect(open(place)).rejects.toThrow(refused('keys.same-database'))
    const { rows } = await client.query("select to_regclass('data_key') as table")
    expect(rows).toEqual([{ table: null }])
    await client.query("drop table schema_migration; create role visitor login password 'visitor'")
    await client.query('revoke create on schema public from public')
    const visitors = { keysDatabaseUrl: url.replace(/(?<=:\/\/)[^@]*/, 'visitor:visitor') }
    await expect(open({ ...place, keys: visitors })).rejects.toThrow(refused('keys.open-failed', '42501'))
    await client.end()
    const nowhere = 'postgres://samtale:hunter2@127.0.0.1:9/keys'
    const failing = open({ ...place, keys: { keysDatabaseUrl: nowhere } })
    await expect(failing).rejects.toThrow(refused('keys.unreachable', '127.0.0.1:9'))
    await expect(failing).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }))
  },
)
