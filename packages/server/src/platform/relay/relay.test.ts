import { createHmac } from 'node:crypto'
import { IceSettings } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { createTestClock } from '../../../test/test-clock.ts'
import { relayAddress } from './relay-address.ts'
import { createRelay } from './relay.ts'

const settings = {
  urls: ['turn:relay.example', 'turns:relay.example:443'],
  secret: 'a secret of the two',
  validSeconds: 600,
}

test('I1 credentials say when they lapse and nothing of who uses them, and the relay can check them', () => {
  const clock = createTestClock()
  const relay = createRelay(settings, clock)
  const given = Array.from({ length: 50 }, () => relay.give())
  for (const { iceServers, goodForSeconds } of given) {
    expect(IceSettings.safeParse({ iceServers, goodForSeconds, transport: 'all' }).success).toBe(true)
    const [server] = iceServers
    const [lapses, random] = server?.username.split(':') ?? []
    expect(Number(lapses)).toBe(Math.floor(clock.now().getTime() / 1_000) + 600)
    expect(random).toMatch(/^[A-Za-z0-9_-]{16}$/)
    const expected = createHmac('sha1', settings.secret).update(server?.username ?? '')
    expect(server?.credential).toBe(expected.digest('base64'))
  }
  expect(new Set(given.map(({ iceServers }) => iceServers[0]?.username)).size).toBe(50)
})

test('I1 without a relay nothing is given', () => {
  expect(createRelay(null, createTestClock()).give()).toEqual({ iceServers: [], goodForSeconds: null })
})

test.each([
  ['turn:relay.example', { host: 'relay.example', port: 3_478, transport: 'udp' }],
  ['turn:relay.example:80?transport=tcp', { host: 'relay.example', port: 80, transport: 'tcp' }],
  ['turns:relay.example', { host: 'relay.example', port: 5_349, transport: 'tls' }],
  ['turns:[2001:db8::1]:443?transport=tcp', { host: '2001:db8::1', port: 443, transport: 'tls' }],
  ['turns:relay.example?transport=udp', null],
  ['stun:relay.example', null],
  ['turn:', null],
  ['turn://relay.example', null],
  ['turn:user@relay.example', null],
  ['turn:relay.example:70000', null],
  ['https://relay.example', null],
])('%s is read as %j', (url, address) => {
  expect(relayAddress(url)).toEqual(address)
})
