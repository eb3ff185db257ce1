import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failingParts } from '../../../test/seals/failing-parts.ts'
import { keyPlaces, type TestPlace } from '../../../test/seals/key-places.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { reveal } from '../personal.ts'
import { createSeals } from './create-seals.ts'
import { openKekFile } from './kek-file.ts'
import { openSeals } from './open-seals.ts'
import type { Cell, Sealed } from './sealed.ts'
import type { Seals } from './seals.ts'

/** For what waits for the disk many times, on a machine that does other things too. */
const patienceMs = 240_000
const dayMs = 86_400_000
const cellOf = (record: string): Cell => ({ table: 'ticket', column: 'email', record, category: 'contact.email' })
/** Several batches. */
const records = Array.from({ length: 620 }, (_value, n) => `r${n}`)
const rotationDays = 14

async function sealAll(seals: Seals): Promise<Map<string, Sealed>> {
  const sealer = await seals.forSealing(records, ['contact.email'])
  return new Map(records.map((record) => [record, sealer.seal(cellOf(record), `text of ${record}`)]))
}

async function assertOpens(seals: Seals, values: ReadonlyMap<string, Sealed>): Promise<void> {
  const opener = await seals.forOpening([...values.keys()], ['contact.email'])
  const opens = ([record, value]: [string, Sealed]): boolean =>
    reveal(opener.open(cellOf(record), value)) === `text of ${record}`
  expect([...values].filter((one) => !opens(one))).toEqual([])
}

describe.each(await keyPlaces())('rotation of keys in a %s', (_name, newPlace) => {
  const clock = createTestClock()
  const open = ({ keys, kekFile }: TestPlace): Promise<Seals> => openSeals({ ...keys, kekFile, clock, rotationDays })
  const epochsOf = ({ kekFile }: TestPlace) => {
    const keys = openKekFile(kekFile).read()
    return [keys?.previous?.number, keys?.current.number]
  }

  test('nothing happens before it is due; then all keys are re-wrapped, and the key before the previous is destroyed', async () => {
    const place = await newPlace()
    const seals = await open(place)
    const values = await sealAll(seals)
    const first = readFileSync(place.kekFile, 'utf8')
    clock.advance(13.9 * dayMs)
    expect(await seals.rotate()).toEqual({ epoch: 1, rewrapped: 0, unreadable: 0 })
    expect(readFileSync(place.kekFile, 'utf8')).toBe(first)
    clock.advance(0.1 * dayMs)
    expect(await seals.rotate()).toEqual({ epoch: 2, rewrapped: 620, unreadable: 0 })
    expect(epochsOf(place)).toEqual([1, 2])
    await assertOpens(seals, values)
    clock.advance(14 * dayMs)
    await seals.rotate()
    expect(epochsOf(place)).toEqual([2, 3])
    expect(readFileSync(place.kekFile, 'utf8')).not.toContain(JSON.parse(first).current.key)
    expect(await seals.status()).toEqual({
      keys: 620,
      behind: 0,
      epoch: 3,
      epochMadeAt: clock.now(),
      overdue: false,
      longestSurvivalDays: 29,
    })
    clock.advance(15.1 * dayMs)
    expect((await seals.status()).overdue).toBe(true)
    await assertOpens(seals, values)
    const pepper = (text: string): unknown => JSON.parse(text).pepper
    expect(pepper(readFileSync(place.kekFile, 'utf8'))).toBe(pepper(first))
    await seals.close()
  })

  test('an epoch ends before its time by force, and once', async () => {
    const place = await newPlace()
    const seals = await open(place)
    await sealAll(seals)
    expect(await seals.rotate({ force: true })).toEqual({ epoch: 2, rewrapped: 620, unreadable: 0 })
    expect(await seals.rotate()).toEqual({ epoch: 2, rewrapped: 0, unreadable: 0 })
    await seals.close()
  })

  test('another node goes on through a rotation, and writes under the new key', async () => {
    const place = await newPlace()
    const [here, there] = [await open(place), await open(place)]
    const values = await sealAll(here)
    for (let epoch = 2; epoch <= 4; epoch += 1) {
      await here.rotate({ force: true })
      values.set(`new ${epoch}`, await there.seal(cellOf(`new ${epoch}`), `text of new ${epoch}`))
      clock.advance(31_000)
      await assertOpens(there, values)
    }
    expect((await there.status()).behind).toBe(0)
    expect(there.index('c', 'x')).toBe(here.index('c', 'x'))
    await here.close()
    await there.close()
  })

  test('a key that nobody can unwrap is told, opens nothing, and keeps its epoch’s key from being destroyed', async () => {
    const place = await newPlace()
    const seals = await open(place)
    const values = await sealAll(seals)
    const store = await place.openStore()
    const damaged = await store.read([{ record: 'r7', category: 'contact.email' }])
    await store.rewrap(
      1,
      damaged.map((key) => ({ ...key, from: 1, wrapped: Buffer.alloc(60, 1) })),
    )
    await store.close()
    expect(await seals.rotate({ force: true })).toEqual({ epoch: 2, rewrapped: 619, unreadable: 1 })
    clock.advance(60 * dayMs)
    expect(await seals.rotate()).toEqual({ epoch: 2, rewrapped: 0, unreadable: 1 })
    expect(epochsOf(place)).toEqual([1, 2])
    const value = values.get('r7') ?? expect.fail()
    await expect(seals.open(cellOf('r7'), value)).rejects.toThrow(expect.objectContaining({ code: 'seal.key-damaged' }))
    values.delete('r7')
    await assertOpens(seals, values)
    await seals.destroyRecords(['r7'])
    expect(await seals.rotate()).toMatchObject({ epoch: 3, unreadable: 0 })
    await seals.close()
  })

  test.for(['before', 'after'] as const)(
    'cut short %s any step, it is finished later and no value is lost',
    { timeout: patienceMs },
    async (when) => {
      const place = await newPlace()
      const other = await open(place)
      const values = await sealAll(other)
      const failed: string[] = []
      for (let at = 1, ended = false; !ended; at += 1) {
        clock.advance(rotationDays * dayMs)
        const { epoch } = await other.status()
        const store = await place.openStore()
        const parts = failingParts({ store, file: openKekFile(place.kekFile) }, at, when)
        const node = await createSeals({ ...parts, clock, log: null, rotationDays }).catch(() => null)
        ended = (await node?.rotate().catch(() => null)) instanceof Object
        failed.push(parts.steps.at(-1) ?? '')
        parts.relent()
        // Whoever failed goes on, and so does who didn't; the next run is either's.
        for (const seals of [node, other]) if (seals !== null) await assertOpens(seals, values)
        const record = `new ${at}`
        values.set(record, await other.seal(cellOf(record), `text of ${record}`))
        await (at % 2 === 0 ? other : (node ?? other)).rotate()
        expect(await other.status()).toMatchObject({ behind: 0, epoch: epoch + 1, keys: values.size })
        expect(epochsOf(place)).toEqual([epoch, epoch + 1])
        if (at % 3 === 0) {
          const restarted = await open(place)
          await assertOpens(restarted, values)
          await restarted.close()
        }
        await store.close()
      }
      expect(new Set(failed)).toEqual(new Set(['changeState', 'state', 'listBehind', 'rewrap', 'write']))
      await other.close()
    },
  )

  test(
    'two nodes that rotate at once, while both seal, open and destroy, lose nothing',
    { timeout: patienceMs },
    async () => {
      const place = await newPlace()
      const clocks = [createTestClock(), createTestClock()]
      const nodes = await Promise.all(
        clocks.map((own) => openSeals({ ...place.keys, kekFile: place.kekFile, clock: own })),
      )
      const values = await sealAll(nodes[0] ?? expect.fail())
      const work = nodes.map(async (node, which) => {
        for (let turn = 0; turn < 12; turn += 1) {
          const record = `${which} ${turn}`
          const value = await node.seal(cellOf(record), `text of ${record}`)
          if (turn % 3 === 0) {
            await node.destroyRecords([record])
            const gone = expect.objectContaining({ code: 'seal.key-gone' })
            await expect(node.open(cellOf(record), value)).rejects.toThrow(gone)
          } else values.set(record, value)
          // What was read before is forgotten.
          clocks[which]?.advance(31_000)
          await assertOpens(node, new Map([...values].slice(turn * 10, turn * 10 + 30)))
        }
      })
      const rotations = nodes.map(async (node) => {
        for (let turn = 0; turn < 4; turn += 1) await node.rotate({ force: true })
      })
      await Promise.all([...work, ...rotations])
      const third = await openSeals({ ...place.keys, kekFile: place.kekFile, clock: createTestClock() })
      await third.rotate()
      expect(await third.status()).toMatchObject({ behind: 0, keys: values.size, epoch: 9 })
      await assertOpens(third, values)
      for (const node of [...nodes, third]) await node.close()
    },
  )
})
