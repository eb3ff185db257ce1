import { expect, test } from 'vitest'
import { createTestClock } from '../../../test/test-clock.ts'
import { newDataKey } from './data-key.ts'
import { HeldKeys } from './held-keys.ts'

const name = (record: string, category = 'c') => ({ record, category })

function holding() {
  const clock = createTestClock()
  const held = new HeldKeys({ clock, most: 3, seconds: 30 })
  const key = () => ({ ...newDataKey(), readAt: clock.monotonic() })
  const put = (record: string, category = 'c') => held.put(name(record, category), key(), held.destructions)
  const has = (record: string, category = 'c') => held.get(name(record, category)) !== undefined
  return { clock, held, key, put, has }
}

test('no more are kept than the most; what was used last stays', () => {
  const { put, has } = holding()
  for (const record of ['a', 'b', 'c']) put(record)
  expect(has('a')).toBe(true)
  put('d')
  expect(['a', 'b', 'c', 'd'].map((record) => has(record))).toEqual([true, false, true, true])
})

test('a key lives from when it was read, however often it is used', () => {
  const { clock, put, has } = holding()
  put('a')
  clock.advance(20_000)
  expect(has('a')).toBe(true)
  clock.advance(10_000)
  expect(has('a')).toBe(true)
  clock.advance(1)
  expect(has('a')).toBe(false)
})

test('what was destroyed leaves at once, by name or by record, and no late answer of the store brings it back', () => {
  const { held, key, put, has } = holding()
  put('a', 'c')
  put('a', 'd')
  const since = held.destructions
  held.destroyNames([name('a', 'c')])
  expect([has('a', 'c'), has('a', 'd')]).toEqual([false, true])
  held.destroyRecords(['a'])
  expect(has('a', 'd')).toBe(false)
  held.put(name('a', 'c'), key(), since)
  expect([has('a', 'c'), held.isDestroyed(name('a', 'c'), since), held.isDestroyed(name('b', 'c'), since)]).toEqual([
    false,
    true,
    false,
  ])
  // A fresh key of the same name, read afterwards, is another one.
  held.put(name('a', 'c'), key(), held.destructions)
  expect(has('a', 'c')).toBe(true)
})

test('a record whose id reads like a name is no name', () => {
  const { held, put, has } = holding()
  put('a', 'c')
  held.destroyRecords(['["a","c"]'])
  held.destroyNames([name('["a"]', '')])
  expect(has('a', 'c')).toBe(true)
})

test('cleared keys are zeros, also for who still has them', () => {
  const { held, put } = holding()
  put('a')
  const key = held.get(name('a'))
  held.clear()
  expect(key?.bytes.every((byte) => byte === 0)).toBe(true)
})
