import { expect, test } from 'vitest'
import { createTestClock } from '../../../test/test-clock.ts'
import { createAddressPace } from './address-pace.ts'

test('so many at once, then one at a time, per network', () => {
  const clock = createTestClock()
  const pace = createAddressPace({ burst: 3, everyMs: 1_000 }, clock)
  const take = (address: string) => pace.take(address)
  expect([1, 2, 3].map(() => take('192.0.2.1'))).toEqual([0, 0, 0])
  expect(take('192.0.2.1')).toBe(1_000)
  expect(take('192.0.2.2')).toBe(0)
  clock.advance(600)
  expect(take('192.0.2.1')).toBe(400)
  clock.advance(400)
  expect([take('192.0.2.1'), take('192.0.2.1')]).toEqual([0, 1_000])
})

test('IPv6 counts by /64', () => {
  const pace = createAddressPace({ burst: 1, everyMs: 1_000 }, createTestClock())
  expect(pace.take('2001:db8::1')).toBe(0)
  expect(pace.take('2001:db8::2')).toBe(1_000)
  expect(pace.take('2001:db8:0:1::1')).toBe(0)
})

test('what has rested is forgotten', () => {
  const clock = createTestClock()
  const pace = createAddressPace({ burst: 1, everyMs: 1_000 }, clock)
  for (let at = 0; at < 1_200; at += 1) pace.take(`198.51.${at >> 8}.${at & 255}`)
  clock.advance(5_000)
  expect(pace.take('198.51.0.0')).toBe(0)
})
