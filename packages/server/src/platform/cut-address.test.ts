import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAddress } from './cut-address.ts'

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['::ffff:c000:24d', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['[2001:DB8::6%eth0]', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['ana@example.test', null],
  ['', null],
])('of %s the network is %s', (address, network) => {
  expect(cutAddress(address, 'network')).toBe(network)
})

test('where nothing may be kept, nothing is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.constantFrom('none', 'country'), (address, form) => {
      expect(cutAddress(address, form)).toBeNull()
    }),
  )
})

test('two hosts of one network can’t be told apart', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat({ max: 255 }), (address, host) => {
      const other = address.replace(/\d+$/, String(host))
      expect(cutAddress(other, 'network')).toBe(cutAddress(address, 'network'))
    }),
  )
})
