import { expect, test } from 'vitest'
import { createAddressLimit } from './address-limits.ts'

test('places are counted per address and given back once', () => {
  const limit = createAddressLimit(2)
  const first = limit.take('192.0.2.1')
  expect(limit.take('192.0.2.1')).not.toBeNull()
  expect(limit.take('192.0.2.1')).toBeNull()
  expect(limit.take('192.0.2.2')).not.toBeNull()
  first?.()
  first?.()
  expect(limit.take('192.0.2.1')).not.toBeNull()
  expect(limit.take('192.0.2.1')).toBeNull()
})

test('IPv6 counts by /64, and an IPv4 address written as IPv6 is itself', () => {
  const limit = createAddressLimit(1)
  expect(limit.take('2001:db8::1')).not.toBeNull()
  expect(limit.take('2001:db8:0:0:ffff::2')).toBeNull()
  expect(limit.take('2001:db8:0:1::1')).not.toBeNull()
  expect(limit.take('192.0.2.1')).not.toBeNull()
  expect(limit.take('::ffff:192.0.2.1')).toBeNull()
  expect(limit.take('fe80::1%eth0')).not.toBeNull()
  expect(limit.take('fe80::2')).toBeNull()
})

test('no address is held, and what is given back leaves nothing', () => {
  const limit = createAddressLimit(5)
  const back = limit.take('192.0.2.1')
  expect(limit.size()).toBe(1)
  back?.()
  expect(limit.size()).toBe(0)
})
