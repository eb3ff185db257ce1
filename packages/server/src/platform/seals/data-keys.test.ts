import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aroundStore, type Around } from '../../../test/seals/failing-parts.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { reveal } from '../personal.ts'
import { createSeals } from './create-seals.ts'
import { openFolderStore } from './folder/folder-store.ts'
import { openKekFile } from './kek-file.ts'
import type { Cell } from './sealed.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-data-keys-'))
afterAll(() => rmSync(root, { recursive: true }))

const cellOf = (record: string, category = 'contact.email'): Cell => ({
  table: 'ticket',
  column: 'email',
  record,
  category,
})
const refused = (code: string) => expect.objectContaining({ name: 'SealError', code })

async function opened(around: Around = async (_name, step) => step()) {
  const folder = mkdtempSync(path.join(root, 'k-'))
  const inner = await openFolderStore(folder)
  const clock = createTestClock()
  const file = openKekFile(path.join(folder, 'epoch-keys.json'))
  const seals = await createSeals({ store: aroundStore(inner, around), file, clock, log: null, rotationDays: 14 })
  return { seals, inner, clock }
}

test('a wrapped key that is moved to another name, or to another epoch, unwraps nothing', async () => {
  const { seals, inner, clock } = await opened()
  const values = await Promise.all([
    seals.seal(cellOf('r'), 'text of r'),
    seals.seal(cellOf('s'), 'text of s'),
    seals.seal(cellOf('r', 'other'), 'text of other'),
  ])
  const names = [cellOf('r'), cellOf('s'), cellOf('r', 'other')]
  const wrapped = new Map((await inner.read(names)).map((key) => [key.record + key.category, key.wrapped]))
  const found = (cell: Cell): Uint8Array => wrapped.get(cell.record + cell.category) ?? expect.fail()
  const [first = cellOf(''), second = cellOf(''), third = cellOf('')] = names
  for (const thief of [second, third]) {
    await inner.rewrap(1, [{ ...first, from: 1, wrapped: found(thief) }])
    clock.advance(31_000)
    await expect(seals.open(first, values[0])).rejects.toThrow(refused('seal.key-damaged'))
    await expect(seals.seal(first, 'more')).rejects.toThrow(refused('seal.key-damaged'))
  }
  await inner.rewrap(1, [{ ...first, from: 1, wrapped: found(first) }])
  expect(reveal(await seals.open(first, values[0]))).toBe('text of r')
  await inner.changeState((state) => ({ ...state, epoch: 2 }))
  await inner.rewrap(2, [{ ...first, from: 1, wrapped: found(first) }])
  await inner.changeState((state) => ({ ...state, epoch: 1 }))
  clock.advance(31_000)
  await expect(seals.open(first, values[0])).rejects.toThrow(refused('seal.epoch-gone'))
  await seals.close()
})

test('a destruction also ends the keys that are on their way from the store', async () => {
  let waiting: (() => void) | null = null
  let hold = false
  const { seals, clock } = await opened(async (name, step) => {
    const result = await step()
    if (name === 'read' && hold) await new Promise<void>((resolve) => (waiting = resolve))
    return result
  })
  const value = await seals.seal(cellOf('r'), 'text')
  clock.advance(31_000)
  hold = true
  const opening = seals.forOpening(['r'], ['contact.email'])
  await expect.poll(() => waiting).not.toBe(null)
  hold = false
  await seals.destroyRecords(['r'])
  Reflect.apply(waiting ?? expect.fail(), null, [])
  const opener = await opening
  expect(() => opener.open(cellOf('r'), value)).toThrow(refused('seal.key-gone'))
  await expect(seals.open(cellOf('r'), value)).rejects.toThrow(refused('seal.key-gone'))
  await seals.close()
})

test('what was fetched is read from the store once while it is held', async () => {
  const asked: string[] = []
  const { seals, clock } = await opened(async (name, step) => {
    asked.push(name)
    return step()
  })
  const value = await seals.seal(cellOf('r'), 'text')
  clock.advance(31_000)
  asked.length = 0
  for (let turn = 0; turn < 10; turn += 1) await seals.open(cellOf('r'), value)
  expect(asked).toEqual(['read'])
  const records = Array.from({ length: 5_000 }, (_value, n) => `r${n}`)
  await seals.forOpening(records, ['a', 'b', 'c'])
  expect(asked).toEqual(['read', 'read'])
  await seals.close()
})

test('where the store changes again and again, sealing gives up and writes nothing', async () => {
  const { seals, inner } = await opened(async (name, step) => {
    if (name === 'add') await inner.changeState((state) => ({ ...state, epoch: state.epoch === 1 ? 9 : 1 }))
    const result = await step()
    if (name === 'add') await inner.changeState((state) => ({ ...state, epoch: 1 }))
    return result
  })
  await expect(seals.seal(cellOf('r'), 'text')).rejects.toThrow(refused('seal.busy'))
  expect(await inner.count()).toBe(0)
  await seals.close()
})
