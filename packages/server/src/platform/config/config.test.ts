import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('with nothing set, a laptop is served', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 3000,
    host: 'localhost',
    lan: false,
    mediaPort: null,
    roomPeople: 50,
    trustProxy: [],
  })
  expect(config.publicUrl.href).toBe('http://localhost:3000/')
})

test.each([
  [{ SAMTALE_PORT: 'http' }, 'SAMTALE_PORT'],
  [{ SAMTALE_PORT: '70000' }, 'SAMTALE_PORT'],
  [{ SAMTALE_PORT: '-1' }, 'SAMTALE_PORT'],
  [{ SAMTALE_PORT: '3e3' }, 'SAMTALE_PORT'],
  [{ SAMTALE_PUBLIC_URL: 'meet.example.org' }, 'SAMTALE_PUBLIC_URL'],
  [{ SAMTALE_PUBLIC_URL: 'ftp://meet.example.org' }, 'SAMTALE_PUBLIC_URL'],
  [{ SAMTALE_HOST: 'everywhere' }, 'SAMTALE_HOST'],
  [{ SAMTALE_ANNOUNCED_ADDRESS: 'not an address' }, 'SAMTALE_ANNOUNCED_ADDRESS'],
  [{ SAMTALE_ROOM_PEOPLE: '1' }, 'SAMTALE_ROOM_PEOPLE'],
  [{ SAMTALE_TRUST_PROXY: '10.0.0.1, proxy' }, 'SAMTALE_TRUST_PROXY'],
  [{ SAMTALE_LOG_LEVEL: 'loud' }, 'SAMTALE_LOG_LEVEL'],
  [{ SAMTALE_PROT: '3000' }, 'SAMTALE_PROT'],
])('%j is refused, naming the variable', (env, name) => {
  expect(() => readConfig(env)).toThrow(
    expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(name) }),
  )
})

test('a wrong database address is refused without repeating its password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@db/x' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  )
})

test('an unknown argument is refused', () => {
  expect(readConfig({}, ['--lan']).lan).toBe(true)
  expect(() => readConfig({}, ['--lam'])).toThrow(expect.objectContaining({ code: 'config.invalid' }))
})
