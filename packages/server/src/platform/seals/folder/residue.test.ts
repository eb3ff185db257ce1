import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createTestClock } from '../../../../test/test-clock.ts'
import type { KeyName } from '../sealed.ts'
import { openSeals } from '../open-seals.ts'
import { openFolderStore } from './folder-store.ts'
import { openKeyFile, type KeyFile } from './key-file.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-residue-'))
afterAll(() => rmSync(root, { recursive: true }))
const newFolder = (): string => mkdtempSync(path.join(root, 'k-'))
const now = new Date('2026-06-01T09:00:00Z')

/** All bytes of all files. */
function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((file) => readFileSync(path.join(folder, file))))
}

/** How often a piece of 12 bytes of this one is in there: its beginning, its middle or its end. */
function copiesOf(wrapped: Uint8Array, bytes: Buffer): number {
  const counts = [0, 24, wrapped.length - 12].map((at) => count(Buffer.from(wrapped.subarray(at, at + 12)), bytes))
  return Math.max(...counts)
}

function count(piece: Buffer, bytes: Buffer): number {
  let found = 0
  for (let at = bytes.indexOf(piece); at >= 0; at = bytes.indexOf(piece, at + 1)) found += 1
  return found
}

type Step = { add: number } | { destroy: number } | { rewrap: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 120 }) }) },
  { weight: 2, arbitrary: fc.record({ destroy: fc.integer({ min: 2, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ rewrap: fc.integer({ min: 1, max: 4 }) }) },
)

/** Does a step; `live` are the wrapped keys in the file, `dead` those that were in it. */
function run(file: KeyFile, doing: Step, live: Map<KeyName, Uint8Array>, dead: Uint8Array[]): void {
  const kill = (name: KeyName) => dead.push(live.get(name) ?? expect.fail())
  if ('add' in doing) {
    const keys = Array.from({ length: doing.add }, (_value, n) => ({
      record: `${'r'.repeat(doing.add % 40)}${live.size + dead.length}-${n}`,
      category: 'c'.repeat(doing.add % 7),
      wrapped: randomBytes(64),
    }))
    file.add(file.state().epoch, keys, now)
    for (const { wrapped, ...name } of keys) live.set(name, wrapped)
    return
  }
  const every = 'destroy' in doing ? doing.destroy : doing.rewrap
  const names = [...live.keys()].filter((_name, n) => n % every === 0)
  names.forEach(kill)
  if ('destroy' in doing) {
    const half = Math.floor(names.length / 2)
    file.destroy(names.slice(0, half))
    file.destroyRecords(
      names.slice(half).map(({ record }) => record),
      null,
    )
    for (const name of names) live.delete(name)
    return
  }
  const { epoch } = file.state()
  const keys = names.map((name) => ({ ...name, from: epoch, wrapped: randomBytes(64) }))
  file.rewrap(epoch, keys)
  for (const { wrapped } of keys)
    live.set(names[keys.findIndex((key) => key.wrapped === wrapped)] ?? expect.fail(), wrapped)
}

test(
  'of a destroyed or re-wrapped key no byte is left in the folder, and no second copy of any other',
  { timeout: 240_000 },
  () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        const folder = newFolder()
        const file = openKeyFile(folder)
        file.beginChange()
        file.endChange({ epoch: 1, kekCheck: '', pepperCheck: '' })
        const live = new Map<KeyName, Uint8Array>()
        const dead: Uint8Array[] = []
        for (const doing of steps) {
          run(file, doing, live, dead)
          const bytes = bytesIn(folder)
          expect(dead.filter((wrapped) => copiesOf(wrapped, bytes) !== 0)).toEqual([])
          // Until the next destruction the log may have copies of live keys too.
          const fits = (copies: number): boolean => ('add' in doing ? copies >= 1 : copies === 1)
          expect([...live.values()].filter((wrapped) => !fits(copiesOf(wrapped, bytes)))).toEqual([])
        }
        file.close()
        rmSync(folder, { recursive: true })
      }),
      { numRuns: 10 },
    )
  },
)

test('after a person is erased, their wrapped keys are nowhere in the folder, of any epoch', async () => {
  const keysFolder = newFolder()
  const seals = await openSeals({
    keysFolder,
    kekFile: path.join(keysFolder, 'epoch-keys.json'),
    clock: createTestClock(),
  })
  const records = Array.from({ length: 200 }, (_value, n) => `r${n}`)
  await seals.forSealing(records, ['contact.name', 'contact.email'])
  const names = records.flatMap((record) => ['contact.name', 'contact.email'].map((category) => ({ record, category })))
  const store = await openFolderStore(keysFolder)
  const first = await store.read(names)
  await seals.rotate({ force: true })
  const second = await store.read(names)
  await seals.destroyRecords(['r50'])
  const bytes = bytesIn(keysFolder)
  for (const { wrapped } of first) expect(copiesOf(wrapped, bytes)).toBe(0)
  for (const { record, wrapped } of second) expect(copiesOf(wrapped, bytes)).toBe(record === 'r50' ? 0 : 1)
  await store.close()
  await seals.close()
})

test('what a crash left between a destruction and the clearing of the log is cleared at the next start', () => {
  const folder = newFolder()
  const file = openKeyFile(folder)
  file.beginChange()
  file.endChange({ epoch: 1, kekCheck: '', pepperCheck: '' })
  const keys = ['r', 's'].map((record) => ({ record, category: 'c', wrapped: randomBytes(64) }))
  file.add(1, keys, now)
  const raw = new DatabaseSync(path.join(folder, 'data-keys.sqlite'))
  raw.exec("delete from data_key where record = 'r'; update slot set wrapped = zeroblob(64) where slot = 1")
  // The files as they lie on the disk at this moment.
  const crashed = newFolder()
  cpSync(folder, crashed, { recursive: true })
  raw.close()
  file.close()
  const [gone, kept] = keys.map(({ wrapped }) => wrapped)
  const copies = (wrapped: Uint8Array | undefined) => copiesOf(wrapped ?? expect.fail(), bytesIn(crashed))
  expect(copies(gone)).toBeGreaterThan(0)
  const again = openKeyFile(crashed)
  expect([copies(gone), copies(kept)]).toEqual([0, 1])
  expect(again.count()).toBe(1)
  again.close()
})

test('a slot is used again, and nobody but the owner may read the file', () => {
  const folder = newFolder()
  const file = openKeyFile(folder)
  file.beginChange()
  file.endChange({ epoch: 1, kekCheck: '', pepperCheck: '' })
  const place = path.join(folder, 'data-keys.sqlite')
  const keys = (round: number) =>
    Array.from({ length: 200 }, (_value, n) => ({ record: `${round}-${n}`, category: 'c', wrapped: randomBytes(64) }))
  file.add(1, keys(0), now)
  file.destroy([])
  const { size } = statSync(place)
  for (let round = 0; round < 30; round += 1) {
    file.destroy(keys(round))
    file.add(1, keys(round + 1), now)
  }
  expect(statSync(place).size).toBeLessThanOrEqual(size * 1.5)
  expect(readdirSync(folder).map((one) => statSync(path.join(folder, one)).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  file.close()
})
