import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { packFolder, unpackFolder } from './pack-folder.ts'
import { readArchive } from './read-archive.ts'
import { readTarHeader, tarHeader } from './tar.ts'
import { writeArchive } from './write-archive.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
function place(name: string): string {
  made += 1
  return path.join(folder, `${made}-${name}`)
}

async function* pieces(...contents: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* contents
}

test('a header says again what it was told, also beyond 8 GiB and with long names', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'å', '.', '-'), minLength: 1, maxLength: 40 }),
      fc.constantFrom('', 'folder/'.repeat(20)),
      fc.constantFrom<'file' | 'folder'>('file', 'folder'),
      fc.maxSafeNat(),
      (last, front, kind, size) => {
        const entry = { name: front + last, kind, size }
        expect(readTarHeader(tarHeader(entry))).toEqual(entry)
      },
    ),
  )
})

test('a header of which a bit was changed is none', () => {
  const header = tarHeader({ name: 'one', kind: 'file', size: 5 })
  header[3] = 0x41
  expect(readTarHeader(header)).toBeNull()
})

test('what was written is read again, part by part', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 4 }),
      fc.array(fc.uint8Array({ maxLength: 1_500 }), { maxLength: 3 }),
      async (names, contents) => {
        const file = place('archive')
        const writer = await writeArchive(file)
        const parts = []
        for (const name of names) parts.push(await writer.add(name, pieces(...contents)))
        await writer.finish('END', 'the end')
        const archive = await readArchive(file)
        expect(archive?.names).toEqual([...names, 'END'])
        expect(await archive?.text('END')).toBe('the end')
        for (const part of parts) expect(await archive?.isIntact(part)).toBe(true)
        expect(statSync(file).mode & 0o777).toBe(0o600)
      },
    ),
    { numRuns: 30 },
  )
})

test('an archive that is not finished has another name, and one that is cut short anywhere is none', async () => {
  const file = place('cut')
  const writer = await writeArchive(file)
  const part = await writer.add('one', pieces(Buffer.alloc(3_000, 1)))
  expect(readdirSync(folder)).toContain(`${path.basename(file)}.part`)
  expect(readdirSync(folder)).not.toContain(path.basename(file))
  await writer.finish('END', 'x')
  const whole = statSync(file).size
  for (const size of [whole - 1_024, whole - 1_025, 2_000, 512, 511, 0]) {
    truncateSync(file, size)
    expect(await readArchive(file)).toBeNull()
  }
  expect(part.bytes).toBe(3_000)
})

test('a changed byte is noticed', async () => {
  const file = place('changed')
  const writer = await writeArchive(file)
  const part = await writer.add('one', pieces(Buffer.from('as it was')))
  await writer.finish('END', 'x')
  const bytes = readFileSync(file)
  bytes[512] = 0x41
  writeFileSync(file, bytes)
  expect(await (await readArchive(file))?.isIntact(part)).toBe(false)
})

test('a folder is packed and unpacked, empty folders and files too', async () => {
  const from = place('from')
  mkdirSync(path.join(from, 'empty'), { recursive: true })
  mkdirSync(path.join(from, 'deep', 'er'), { recursive: true })
  writeFileSync(path.join(from, 'deep', 'er', 'none'), '')
  writeFileSync(path.join(from, 'large'), Buffer.alloc(1_200_001, 7))
  writeFileSync(path.join(from, 'left-out'), 'x')
  const to = place('to')
  await unpackFolder(packFolder(from, ['left-out']), to)
  expect(new Set(readdirSync(to, { recursive: true, encoding: 'utf8' }))).toEqual(
    new Set(['deep', 'deep/er', 'deep/er/none', 'empty', 'large']),
  )
  expect(readFileSync(path.join(to, 'large')).equals(Buffer.alloc(1_200_001, 7))).toBe(true)
  expect(statSync(path.join(to, 'large')).mode & 0o777).toBe(0o600)
})

test.each(['../out', '/out', 'a/../../out', 'a//b', 'a\\b'])('nothing is unpacked to %s', async (name) => {
  const source = pieces(tarHeader({ name, kind: 'file', size: 0 }))
  await expect(unpackFolder(source, place('hostile'))).rejects.toThrow('no tar file of ours')
})

test('a packed folder that is cut short is refused', async () => {
  const source = pieces(tarHeader({ name: 'one', kind: 'file', size: 9 }), Buffer.from('12345'))
  await expect(unpackFolder(source, place('short'))).rejects.toThrow('cut short')
})
