import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { bindable, listenAddresses, listenInfos } from './addresses.ts'

function address(value: string, internal = false): NetworkInterfaceInfo {
  const shared = { address: value, netmask: '', mac: '', internal, cidr: null }
  return value.includes(':') ? { ...shared, family: 'IPv6', scopeid: 0 } : { ...shared, family: 'IPv4' }
}

const interfaces = {
  lo: [address('127.0.0.1', true), address('::1', true)],
  eth0: [address('2001:db8::5'), address('fe80::1'), address('192.0.2.5')],
  eth1: [address('169.254.1.1'), address('10.0.0.5'), address('192.0.2.5')],
}

test('listens everywhere but on link-local addresses, IPv4 first, loopback last', () => {
  expect(listenAddresses(interfaces)).toEqual(['192.0.2.5', '10.0.0.5', '2001:db8::5', '127.0.0.1', '::1'])
  expect(listenAddresses({ lo: interfaces.lo })).toEqual(['127.0.0.1', '::1'])
  expect(listenAddresses({})).toEqual([])
})

test('keeps the list short, and loopback in it', () => {
  const many = Array.from({ length: 60 }, (_, index) => address(`10.0.0.${index}`))
  const chosen = listenAddresses({ ...interfaces, many })
  expect(chosen).toHaveLength(16)
  expect(chosen.slice(-2)).toEqual(['127.0.0.1', '::1'])
})

test('leaves out addresses that cannot be bound', async () => {
  expect(await bindable(['127.0.0.1', '203.0.113.77'])).toEqual(['127.0.0.1'])
})

const all = listenAddresses(interfaces)
const announced = (value: string) =>
  listenInfos(all, 40_000, value)
    .filter((info) => info.announcedAddress !== undefined)
    .map(({ protocol, ip, announcedAddress, exposeInternalIp }) => [protocol, ip, announcedAddress, exposeInternalIp])

test('every address has UDP and TCP on the port, UDP first', () => {
  expect(listenInfos(['192.0.2.5', '::1'], 40_000, null)).toEqual([
    { protocol: 'udp', ip: '192.0.2.5', port: 40_000 },
    { protocol: 'udp', ip: '::1', port: 40_000 },
    { protocol: 'tcp', ip: '192.0.2.5', port: 40_000 },
    { protocol: 'tcp', ip: '::1', port: 40_000 },
  ])
})

test('one address is announced by the other name too, of the same family', () => {
  expect(announced('203.0.113.9')).toEqual([
    ['udp', '192.0.2.5', '203.0.113.9', true],
    ['tcp', '192.0.2.5', '203.0.113.9', true],
  ])
  expect(announced('2001:db8::99').map(([, ip]) => ip)).toEqual(['2001:db8::5', '2001:db8::5'])
  expect(announced('meet.example.org').map(([, ip]) => ip)).toEqual(['192.0.2.5', '192.0.2.5'])
})

test('nothing is announced where the machine has the address itself', () => {
  expect(announced('192.0.2.5')).toEqual([])
})

test('without an address of the family another one carries it', () => {
  expect(listenInfos(['192.0.2.5'], 1, '2001:db8::99')[0]?.announcedAddress).toBe('2001:db8::99')
  expect(listenInfos(['127.0.0.1'], 1, '203.0.113.9')[0]?.announcedAddress).toBe('203.0.113.9')
})
