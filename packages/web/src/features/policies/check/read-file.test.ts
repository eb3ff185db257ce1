import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostCharacters, readTextFile } from './read-file.ts'

const file = (...parts: BlobPart[]) => new File(parts, 'policy.yaml')

test('any text comes back as it was, without a byte order mark', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('\0') && !some.startsWith('\uFEFF'))
  await fc.assert(
    fc.asyncProperty(text, async (some) => {
      expect(await readTextFile(file(some))).toEqual({ text: some })
      expect(await readTextFile(file('\uFEFF', some))).toEqual({ text: some })
    }),
  )
})

test('what is no text is told apart', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
  expect(await readTextFile(file(png))).toEqual({ problem: 'binary' })
  expect(await readTextFile(file('profile: a\0b'))).toEqual({ problem: 'binary' })
  // UTF-16, as some editors write it.
  expect(await readTextFile(file(new Uint8Array([0xff, 0xfe, 0x61, 0x00])))).toEqual({ problem: 'binary' })
})

test('a file that is too large isn’t read', async () => {
  const huge = { size: 5_000_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) }
  expect(await readTextFile(huge)).toEqual({ problem: 'too-large' })
  expect(await readTextFile(file('x'.repeat(mostCharacters + 1)))).toEqual({ problem: 'too-large' })
  expect(await readTextFile(file('x'.repeat(mostCharacters)))).toHaveProperty('text')
})

test('a folder, or a file that is gone, is told', async () => {
  const gone = { size: 0, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
  expect(await readTextFile(gone)).toEqual({ problem: 'unreadable' })
})
