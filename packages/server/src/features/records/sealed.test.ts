import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '../../../test/records/world.ts'
import { newId } from '../../platform/ids.ts'
import { reveal } from '../../platform/personal.ts'
import { openSeals } from '../../platform/seals/open-seals.ts'
import type { Sealed } from '../../platform/seals/sealed.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-sealed-'))
const world = await openWorld(null)
const seals = await openSeals({
  keysFolder: path.join(folder, 'keys'),
  kekFile: path.join(folder, 'kek.json'),
  clock: world.clock,
})
afterAll(async () => {
  await seals.close()
  await world.close()
  rmSync(folder, { recursive: true })
})

test('row G03: what was sealed and is erased opens nowhere, also where a copy of it is', async () => {
  const records = await world.start(seals)
  const [erased, kept] = [newId(), newId()]
  const cell = (record: string) => ({ table: 'subscription', column: 'email', record, category: 'newsletter' }) as const
  const values: Record<string, Sealed<'newsletter'>> = {}
  for (const id of [erased, kept]) {
    const email = await seals.seal(cell(id), `${id}@mail.example`)
    values[id] = email
    const addressIndex = seals.index('subject.address', `${id}@mail.example`)
    const at = world.clock.now()
    await world.database.transaction(async (transaction) => {
      await records.subjects.open(transaction, { id, kind: 'subscription', addressIndex, at })
      await transaction.for('newsletter').insertInto('subscription').values({ id, record_id: id, email }).execute()
      await records.facts.note(transaction, [{ kind: 'consent', record: id, consent: 'news', given: true, at }])
    })
  }
  const open = async (id: string) => {
    const value = values[id]
    return value === undefined ? null : reveal(await seals.open(cell(id), value))
  }
  await records.apply.due()
  expect(await open(erased)).toBe(`${erased}@mail.example`)
  await world.database.transaction((transaction) =>
    records.facts.note(transaction, [{ kind: 'erasure', record: erased, at: world.clock.now() }]),
  )
  await records.apply.records([erased])
  await expect(open(erased)).rejects.toMatchObject({ code: 'seal.key-gone' })
  expect(await open(kept)).toBe(`${kept}@mail.example`)
  expect((await seals.status()).keys).toBe(1)
  expect(await world.owner('select record_id from subscription')).toEqual([{ record_id: kept }])
})
