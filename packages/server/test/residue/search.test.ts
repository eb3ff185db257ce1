import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compressions, encodings } from './encodings.ts'
import { Search } from './search.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-search-'))
afterAll(() => rmSync(folder, { recursive: true }))
const value = 'Qx7vKw2pZt9mRb4'
const other = 'Hj3nFy8sLd5gCk6'
const search = new Search([value, other])

test.each(encodings.map((encoding) => [encoding.name, encoding] as const))(
  'a planted value is found: %s',
  (name, encoding) => {
    const hits = search.bytes('here', encoding.plant(value))
    expect(hits.map((hit) => hit.value)).toContain(value)
    expect(hits.map((hit) => hit.value)).not.toContain(other)
    if (name.startsWith('sha') || name.startsWith('md5')) expect(hits.every(({ how }) => how === name)).toBe(true)
  },
)

test.each(Object.entries(compressions))('a planted value is found: inside of %s', (_name, plant) => {
  expect(search.bytes('here', plant(value))).toContainEqual({
    where: expect.stringContaining('inside'),
    value,
    how: 'raw',
  })
})

test('a value with other letters than ASCII is found as each writes it', () => {
  const norwegian = 'Åse Tøn Qx7vKw2pZt9'
  const own = new Search([norwegian])
  for (const encoding of encodings) {
    if (encoding.name === 'in capitals') continue
    expect([encoding.name, own.bytes('here', encoding.plant(norwegian)).length > 0]).toEqual([encoding.name, true])
  }
})

test('files are found below a folder, and by their names', () => {
  mkdirSync(path.join(folder, 'deep'))
  writeFileSync(path.join(folder, 'deep', 'leak'), `x${value.toUpperCase()}x`)
  writeFileSync(path.join(folder, `mail-${other}.eml`), '')
  expect(new Set(search.folder(folder).map((hit) => hit.value))).toEqual(new Set([value, other]))
})

test('nothing is found where nothing is', () => {
  const bytes = Buffer.alloc(2_000_000)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 2_654_435_761) >>> 13
  expect(search.bytes('here', bytes)).toEqual([])
})
