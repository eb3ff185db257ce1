import { describe, expect, test } from 'vitest'
import { keyPlaces } from '../../../test/seals/key-places.ts'
import type { KeyStore, NewKey } from './key-store.ts'

const now = new Date('2026-06-01T09:00:00Z')
const later = new Date('2026-06-01T10:00:00Z')
const bytes = (fill: number): Buffer => Buffer.alloc(60, fill)
const key = (record: string, category: string, fill = 1): NewKey => ({ record, category, wrapped: bytes(fill) })
const sorted = (all: readonly unknown[]): string[] => all.map((one) => JSON.stringify(one)).sort()
const asRead = (epoch: number, { record, category, wrapped }: NewKey) => ({
  record,
  category,
  epoch,
  wrapped: [...wrapped],
})
const plain = (keys: Awaited<ReturnType<KeyStore['read']>> | null) =>
  sorted((keys ?? []).map(({ epoch, ...rest }) => asRead(epoch, rest)))

async function setEpoch(store: KeyStore, epoch: number): Promise<void> {
  await store.changeState(() => ({ epoch, kekCheck: `kek ${epoch}`, pepperCheck: 'pepper' }))
}

const places = await keyPlaces()

describe.each(places)('the key store in a %s', (_name, newPlace) => {
  const open = async (): Promise<KeyStore> => {
    const store = await (await newPlace()).openStore()
    await setEpoch(store, 1)
    return store
  }

  test('a new one is in no epoch and empty; it keeps its state and its keys', async () => {
    const place = await newPlace()
    const store = await place.openStore()
    expect(await store.state()).toEqual({ epoch: 0, kekCheck: '', pepperCheck: '' })
    expect(await store.count()).toBe(0)
    await setEpoch(store, 7)
    await store.add(7, [key('r', 'c')], now)
    await store.close()
    const again = await place.openStore()
    expect(await again.state()).toEqual({ epoch: 7, kekCheck: 'kek 7', pepperCheck: 'pepper' })
    expect(plain(await again.read([{ record: 'r', category: 'c' }]))).toEqual(sorted([asRead(7, key('r', 'c'))]))
    await again.close()
  })

  test('a copy brings back what there was, in the place of what there is, into a store of either kind', async () => {
    const store = await open()
    await store.add(1, [key('r', 'a', 1), key('s', 'b', 2)], now)
    const copy = await store.copy()
    await store.destroyRecords(['r'])
    await store.add(1, [key('t', 'c', 3)], later)
    await setEpoch(store, 2)
    await store.replace(copy)
    expect((await store.state()).epoch).toBe(1)
    expect(await store.count()).toBe(2)
    const names = ['r', 's', 't'].flatMap((record) => ['a', 'b', 'c'].map((category) => ({ record, category })))
    expect(plain(await store.read(names))).toEqual(sorted([asRead(1, key('r', 'a', 1)), asRead(1, key('s', 'b', 2))]))
    expect(await store.listRecords('', later, 9)).toEqual(['r', 's'])
    await store.close()
    for (const [, otherPlace] of places) {
      const other = await (await otherPlace()).openStore()
      await other.replace(copy)
      expect(await other.count()).toBe(2)
      await other.close()
    }
  })

  test('keys are added for names that have none, and told for all', async () => {
    const store = await open()
    await store.add(1, [key('r', 'a', 1), key('r', 'b', 2)], now)
    const told = await store.add(1, [key('r', 'b', 9), key('s', 'a', 3), key('ø\'"\\{,}', 'c', 4)], now)
    expect(plain(told)).toEqual(
      sorted([key('r', 'b', 2), key('s', 'a', 3), key('ø\'"\\{,}', 'c', 4)].map((one) => asRead(1, one))),
    )
    expect(await store.count()).toBe(4)
    expect(await store.read([])).toEqual([])
    expect(await store.read([{ record: 'r', category: 'none' }])).toEqual([])
    await store.close()
  })

  test('a key without a record is refused: lists begin after the empty name', async () => {
    const store = await open()
    await expect(store.add(1, [key('', 'c')], now)).rejects.toThrow(/constraint/)
    expect(await store.count()).toBe(0)
    await store.close()
  })

  test('keys of another epoch are neither added nor re-wrapped', async () => {
    const store = await open()
    expect(await store.add(2, [key('r', 'a')], now)).toBe(null)
    expect(await store.rewrap(0, [])).toBe(false)
    expect(await store.count()).toBe(0)
    await store.close()
  })

  test('what is behind is listed by name in pieces, and re-wrapped where it still is', async () => {
    const store = await open()
    const keys = ['a', 'b', 'c', 'd', 'e'].flatMap((record) => [key(record, 'x'), key(record, 'y')])
    await store.add(1, keys, now)
    expect(await store.listBehind(null, 100)).toEqual([])
    await setEpoch(store, 300)
    expect(await store.countBehind()).toBe(10)
    const listed = []
    for (let last = null; ;) {
      const piece = await store.listBehind(last, 3)
      listed.push(...piece)
      last = piece.at(-1) ?? null
      if (last === null) break
    }
    expect(plain(listed)).toEqual(sorted(keys.map((one) => asRead(1, one))))
    await store.destroy([{ record: 'a', category: 'x' }])
    await store.destroy([{ record: 'b', category: 'x' }])
    await store.add(300, [key('b', 'x', 5)], now)
    expect(
      await store.rewrap(
        300,
        keys.slice(0, 4).map((one) => ({ ...one, from: 1, wrapped: bytes(8) })),
      ),
    ).toBe(true)
    const found = await store.read([key('a', 'x'), key('a', 'y'), key('b', 'x'), key('b', 'y'), key('c', 'x')])
    expect(plain(found)).toEqual(
      sorted([
        asRead(300, key('a', 'y', 8)),
        asRead(300, key('b', 'x', 5)),
        asRead(300, key('b', 'y', 8)),
        asRead(1, key('c', 'x')),
      ]),
    )
    expect(await store.countBehind()).toBe(6)
    await store.close()
  })

  test('destroyed keys are gone, and counted; others stay', async () => {
    const store = await open()
    await store.add(
      1,
      ['r', 's', 't'].flatMap((record) => [key(record, 'a'), key(record, 'b')]),
      now,
    )
    await store.add(1, [key('t', 'later')], later)
    expect(await store.destroy([key('r', 'a'), key('r', 'none'), key('u', 'a')])).toBe(1)
    expect(await store.destroyRecords(['s', 'none'])).toBe(2)
    expect(await store.destroyRecords(['t'], later)).toBe(2)
    expect(await store.destroyRecords([])).toBe(0)
    expect(await store.count()).toBe(2)
    expect(await store.read([key('r', 'b'), key('t', 'later')])).toHaveLength(2)
    await store.close()
  })

  test('records are listed once each, in pieces, by the age of their keys', async () => {
    const store = await open()
    const records = ['e', 'b', 'd', 'a', 'c']
    await store.add(
      1,
      records.flatMap((record) => [key(record, 'x'), key(record, 'y')]),
      now,
    )
    await store.add(1, [key('late', 'x')], later)
    expect(await store.listRecords('', later, 2)).toEqual(['a', 'b'])
    expect(await store.listRecords('b', later, 10)).toEqual(['c', 'd', 'e'])
    expect(await store.listRecords('', now, 10)).toEqual([])
    await store.close()
  })

  test('a change of the state that fails changes nothing, and holds up nobody after it', async () => {
    const store = await open()
    await store.add(1, [key('r', 'a')], now)
    const seen: number[] = []
    await expect(
      store.changeState((_state, behind) => {
        seen.push(behind)
        throw new Error('on purpose')
      }),
    ).rejects.toThrow('on purpose')
    expect(await store.state()).toMatchObject({ epoch: 1 })
    await store.changeState((state, behind) => {
      seen.push(behind)
      return { ...state, epoch: state.epoch + 1 }
    })
    expect(await store.changeState((state, behind) => (seen.push(behind), state))).toBe(undefined)
    expect(seen).toEqual([0, 0, 1])
    await store.close()
  })

  test('changes of the state by several nodes follow each other, and no key slips in under an old epoch', async () => {
    const place = await newPlace()
    const nodes = [await place.openStore(), await place.openStore(), await place.openStore()]
    await setEpoch(nodes[0] ?? expect.fail(), 1)
    const added = nodes.flatMap((store, node) =>
      Array.from({ length: 20 }, async (_value, n) => {
        const { epoch } = await store.state()
        return store.add(epoch, [key(`${node}-${n}`, 'a'), key(`same-${n}`, 'a')], now)
      }),
    )
    const steps = nodes.flatMap((store) =>
      Array.from({ length: 5 }, () =>
        store.changeState((state, behind) => ({ ...state, epoch: behind > 0 ? state.epoch : state.epoch + 1 })),
      ),
    )
    await Promise.all([...added, ...steps])
    const [store] = nodes
    const { epoch = 0 } = (await store?.state()) ?? {}
    expect(epoch).toBeGreaterThanOrEqual(2)
    // Whatever was added under an epoch was seen as behind before the next one began.
    const behind = (await store?.listBehind(null, 1_000)) ?? []
    expect(behind.every((one) => one.epoch === epoch - 1)).toBe(true)
    for (const one of nodes) await one.close()
  })

  test('no change of the state is lost among several nodes', async () => {
    const place = await newPlace()
    const nodes = [await place.openStore(), await place.openStore(), await place.openStore()]
    const more = (node: KeyStore) => node.changeState((state) => ({ ...state, epoch: state.epoch + 1 }))
    await Promise.all(nodes.flatMap((node) => Array.from({ length: 10 }, () => more(node))))
    expect(await nodes[0]?.state()).toMatchObject({ epoch: 30 })
    for (const one of nodes) await one.close()
  })

  test('several nodes that work on the same keys never stop each other', async () => {
    const place = await newPlace()
    const nodes = [await place.openStore(), await place.openStore(), await place.openStore()]
    await setEpoch(nodes[0] ?? expect.fail(), 1)
    const names = Array.from({ length: 1_500 }, (_value, n) => key(`r${n}`, 'a'))
    const turned = (by: number) => [...names.slice(by), ...names.slice(0, by)]
    const shuffled = (turn: number) => (turn % 2 === 0 ? turned(turn * 170) : turned(turn * 310).toReversed())
    for (let round = 0; round < 4; round += 1) {
      await nodes[0]?.add(1, names, now)
      await Promise.all(
        nodes.flatMap((store, turn) => [
          store.rewrap(
            1,
            shuffled(turn + 1).map((one) => ({ ...one, from: 1, wrapped: bytes(turn) })),
          ),
          store.destroy(shuffled(turn + 2).slice(0, 1_000)),
          store.destroyRecords(
            shuffled(turn)
              .map(({ record }) => record)
              .slice(0, 1_000),
          ),
          store.add(1, shuffled(turn), now),
        ]),
      )
    }
    expect(await nodes[0]?.count()).toBeLessThanOrEqual(1_500)
    for (const one of nodes) await one.close()
  })
})
