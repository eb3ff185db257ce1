import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKind } from './address-kind.ts'
import { ipAddressText, networkOf, readIpAddress } from './ip-address.ts'

test.each([
  ['127.0.0.1', 'loopback'],
  ['127.9.9.9', 'loopback'],
  ['::1', 'loopback'],
  ['[::1]', 'loopback'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['64:ff9b::7f00:1', 'loopback'],
  ['localhost', 'loopback'],
  ['LOCALHOST.', 'loopback'],
  ['a.localhost', 'loopback'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['::', 'unspecified'],
  ['10.1.2.3', 'private'],
  ['172.31.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'private'],
  ['::ffff:169.254.169.254', 'private'],
  ['64:ff9b::a9fe:a9fe', 'private'],
  ['fe80::1%eth0', 'private'],
  ['fd12:3456::1', 'private'],
  ['nas', 'private'],
  ['laptop.local', 'private'],
  ['nas.home.arpa', 'private'],
  ['100.64.3.4', 'doubtful'],
  ['nas.lan', 'doubtful'],
  ['db.internal', 'doubtful'],
  ['192.0.2.1', 'special'],
  ['224.0.0.251', 'special'],
  ['255.255.255.255', 'special'],
  ['2001:db8::1', 'special'],
  ['2002:7f00:1::', 'special'],
  ['2001:0:7f00:1::', 'special'],
  ['::127.0.0.1', 'special'],
  ['ff02::fb', 'special'],
  ['8.8.8.8', 'public'],
  ['172.32.0.1', 'public'],
  ['100.128.0.1', 'public'],
  ['2606:4700::1111', 'public'],
  ['64:ff9b::808:808', 'public'],
  ['meet.example.org', 'public'],
  ['127.0.0.1.example.org', 'public'],
  ['localhost.example.org', 'public'],
  ['0x7f.1', 'unreadable'],
  ['127.1', 'unreadable'],
  ['2130706433', 'unreadable'],
  ['017700000001', 'unreadable'],
  ['127.0.0.1.', 'loopback'],
  ['', 'unreadable'],
  ['.', 'unreadable'],
  ['a b', 'unreadable'],
  ['user@host.example', 'unreadable'],
])('%s is %s', (host, kind) => {
  expect(addressKind(host)).toBe(kind)
})

test('every way of writing an address is read as the same', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const address = readIpAddress(text)
      fc.pre(address !== null && address.family === 6)
      expect(readIpAddress(ipAddressText(address))).toEqual(address)
      expect(readIpAddress(`[${text.toUpperCase()}]`)).toEqual(address)
    }),
  )
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(readIpAddress(`::ffff:${text}`)).toEqual(readIpAddress(text))
      expect(addressKind(`::ffff:${text}`)).toBe(addressKind(text))
    }),
  )
})

test('a network has the first bits and no others', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat({ max: 128 }), (text, bits) => {
      const address = readIpAddress(text)
      fc.pre(address !== null)
      const network = networkOf(address, bits)
      expect(networkOf(network, bits)).toEqual(network)
      expect(networkOf(address, address.family === 4 ? 32 : 128)).toEqual(address)
      expect(new Set(networkOf(address, 0).parts)).toEqual(new Set([0]))
    }),
  )
})
