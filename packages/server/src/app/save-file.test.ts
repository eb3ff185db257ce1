import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseExisting, saveFile } from './save-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'samtale-save-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* parts(...texts: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text instanceof Error) throw text
    yield Buffer.from(text)
  }
}

test('a file is written whole, for this account alone', async () => {
  const file = path.join(folder, 'a.zip')
  expect(await saveFile(file, parts('ab', 'c'))).toBe(3)
  expect(readFileSync(file, 'utf8')).toBe('abc')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['a.zip'])
})

test('of one that breaks off nothing stays', async () => {
  const broken = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  await expect(saveFile(path.join(folder, 'a.zip'), parts('ab', broken))).rejects.toMatchObject({
    code: 'command.file-failed',
  })
  const fault = new RangeError('a fault')
  await expect(saveFile(path.join(folder, 'a.zip'), parts('ab', fault))).rejects.toBe(fault)
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is there is not touched, also where it came meanwhile', async () => {
  const file = path.join(folder, 'a.zip')
  writeFileSync(file, 'first')
  expect(() => refuseExisting(file)).toThrow(expect.objectContaining({ code: 'command.file-exists' }))
  await expect(saveFile(file, parts('second'))).rejects.toMatchObject({ code: 'command.file-exists' })
  expect(readFileSync(file, 'utf8')).toBe('first')
  expect(readdirSync(folder)).toEqual(['a.zip'])
})

test('a folder that isn’t there is named', async () => {
  await expect(saveFile(path.join(folder, 'no', 'a.zip'), parts('a'))).rejects.toMatchObject({
    code: 'command.file-failed',
  })
})
