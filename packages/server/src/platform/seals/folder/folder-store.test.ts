import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTestClock } from '../../../../test/test-clock.ts'
import { reveal } from '../../personal.ts'
import { unwrap } from '../data-key.ts'
import { openKekFile } from '../kek-file.ts'
import { openSeals } from '../open-seals.ts'
import type { Cell, Sealed } from '../sealed.ts'
import { openFolderStore } from './folder-store.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

const clock = createTestClock()
const cell: Cell = { table: 'ticket', column: 'email', record: 'r', category: 'contact.email' }
const refused = (code: string, part = '') =>
  expect.objectContaining({ name: 'StartupError', code, message: expect.stringContaining(part) })

/** A folder with a sealed value's key in it, in the first epoch; the file of epoch keys lies elsewhere. */
async function used(): Promise<{ folder: string; kekFile: string; sealed: Sealed }> {
  const place = mkdtempSync(path.join(root, 'k-'))
  const [folder, kekFile] = [path.join(place, 'keys'), path.join(place, 'epoch-keys.json')]
  const seals = await openSeals({ keysFolder: folder, kekFile, clock })
  const sealed = await seals.seal(cell, 'text')
  await seals.close()
  return { folder, kekFile, sealed }
}

test('a lost file, a damaged one and one of a later version stop the start', async () => {
  const { folder, kekFile } = await used()
  const open = () => openSeals({ keysFolder: folder, kekFile, clock })
  const file = path.join(folder, 'data-keys.sqlite')
  const kept = readFileSync(file)
  rmSync(file)
  await expect(open()).rejects.toThrow(refused('keys.store-missing'))
  await expect(open()).rejects.toThrow(refused('keys.store-missing'))
  writeFileSync(file, 'no database at all, but long enough to be looked at'.repeat(100))
  await expect(open()).rejects.toThrow(refused('keys.open-failed', folder))
  rmSync(file)
  mkdirSync(file)
  await expect(open()).rejects.toThrow(refused('keys.open-failed', folder))
  rmSync(file, { recursive: true })
  // Where SQLite's file format has `user_version`.
  const later = Buffer.from(kept)
  later.writeUInt32BE(2, 60)
  writeFileSync(file, later)
  await expect(open()).rejects.toThrow(refused('keys.open-failed', 'a later version'))
  writeFileSync(file, kept)
  await (await open()).close()
})

test('a folder that can’t be made stops the start', async () => {
  const { folder, kekFile } = await used()
  const below = path.join(folder, 'data-keys.sqlite', 'keys')
  await expect(openSeals({ keysFolder: below, kekFile, clock })).rejects.toThrow(refused('keys.open-failed', below))
})

test('a copy of the key store is of use for one more epoch, and of none after two', async () => {
  const { folder, kekFile, sealed } = await used()
  const copies = [`${folder}-1`, `${folder}-2`] as const
  for (const copy of copies) cpSync(folder, copy, { recursive: true })
  const seals = await openSeals({ keysFolder: folder, kekFile, clock })
  await seals.destroyRecords(['r'])
  await seals.rotate({ force: true })
  copyFileSync(kekFile, `${kekFile}.2`)
  chmodSync(`${kekFile}.2`, 0o600)
  const restored = await openSeals({ keysFolder: copies[0], kekFile, clock })
  expect(reveal(await restored.open(cell, sealed))).toBe('text')
  await restored.close()
  await seals.rotate({ force: true })
  await seals.close()
  const thief = openSeals({ keysFolder: copies[1], kekFile, clock })
  await expect(thief).rejects.toThrow(refused('keys.kek-mismatch', 'epoch 1'))
  const store = await openFolderStore(copies[1])
  const [key] = await store.read([cell])
  const opens = (file: string): boolean[] => {
    const keys = openKekFile(file).read()
    return [keys?.current, keys?.previous].map(
      (epoch) =>
        epoch instanceof Object &&
        key !== undefined &&
        unwrap({ ...epoch, number: key.epoch }, key, key.wrapped) !== null,
    )
  }
  expect(opens(kekFile)).toEqual([false, false])
  expect(opens(`${kekFile}.2`)).toEqual([false, true])
  await store.close()
})
