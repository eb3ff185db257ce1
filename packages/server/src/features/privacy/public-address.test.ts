import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertEncrypted, assertMayServePublicly } from './public-address.ts'

const controller = { name: 'E', address: 'S', country: 'NO', email: 'a@b.example', privacyContact: 'a@b.example' }

function serve(url: string, { lan = false, host = 'localhost', named = false } = {}): () => void {
  return () => assertMayServePublicly({ publicUrl: new URL(url), host, lan, controller: named ? controller : null })
}

const refused = expect.objectContaining({ code: 'controller.identity.missing' })
const own = [
  'http://localhost:3000',
  'http://LOCALHOST.',
  'http://a.localhost',
  'http://127.0.0.1',
  'http://127.9.9.9',
  'http://0x7f.1',
  'http://[::1]:3000',
  'http://[::ffff:127.0.0.1]',
]
const inside = [
  'https://192.168.1.20:3000',
  'https://10.0.0.1',
  'https://172.31.0.1',
  'https://169.254.1.1',
  'https://[fe80::1]',
  'https://[fd12::1]',
  'https://laptop.local',
  'https://nas',
  'https://nas.home.arpa',
]
const outside = [
  'https://meet.example.org',
  'https://127.0.0.1.example.org',
  'https://127.example.org',
  'https://localhost.example.org',
  'https://notlocalhost',
  'https://8.8.8.8',
  'https://172.32.0.1',
  'https://[2001:db8::1]',
  'https://laptop.local.example.org',
]

test.each(own)('%s is this machine', (url) => {
  expect(serve(url)).not.toThrow()
  expect(serve(url, { lan: true })).not.toThrow()
})

test.each(inside)('%s is served with --lan only', (url) => {
  expect(serve(url, { lan: true })).not.toThrow()
  expect(serve(url)).toThrow(refused)
})

test.each(outside.filter((url) => url !== 'https://notlocalhost'))('%s needs a controller, with --lan too', (url) => {
  expect(serve(url)).toThrow(refused)
  expect(serve(url, { lan: true })).toThrow(refused)
  expect(serve(url, { named: true })).not.toThrow()
})

test('listening to everybody needs a controller, whatever the address is said to be', () => {
  expect(serve('http://localhost:3000', { host: '0.0.0.0' })).toThrow(refused)
  expect(serve('http://localhost:3000', { host: '::' })).toThrow(refused)
  expect(serve('http://localhost:3000', { host: '192.168.1.20' })).toThrow(refused)
  expect(serve('http://localhost:3000', { host: '127.0.0.1' })).not.toThrow()
  expect(serve('http://localhost:3000', { host: '0.0.0.0', lan: true })).not.toThrow()
  expect(serve('http://localhost:3000', { host: '0.0.0.0', named: true })).not.toThrow()
})

test('no address on the internet is served without a controller', () => {
  const special = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./
  fc.assert(
    fc.property(fc.ipV4(), fc.boolean(), (address, lan) => {
      fc.pre(!special.test(address))
      expect(serve(`https://${address}`, { lan })).toThrow(refused)
    }),
  )
})

test('strangers are served over HTTPS only', () => {
  const insecure = expect.objectContaining({
    code: 'config.insecure-address',
    message: expect.stringContaining('SAMTALE_PUBLIC_URL'),
  })
  const asked = (url: string, lan: boolean) => () => assertEncrypted({ publicUrl: new URL(url), lan })
  for (const url of [...own, ...outside, ...inside]) expect(asked(url, true)).not.toThrow()
  for (const url of own) expect(asked(url, false)).not.toThrow()
  for (const url of [...outside, ...inside]) expect(asked(url.replace('https:', 'http:'), false)).toThrow(insecure)
  for (const url of outside.filter((one) => one !== 'https://notlocalhost'))
    expect(asked(url.replace('https:', 'http:'), true)).toThrow(insecure)
  for (const url of inside) expect(asked(url.replace('https:', 'http:'), true)).not.toThrow()
})
