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
  [{ KEYS_DATABASE_URL: 'keys.sqlite' }, 'KEYS_DATABASE_URL'],
  [{ SAMTALE_KEK_DAYS: '0' }, 'SAMTALE_KEK_DAYS'],
  [{ SAMTALE_KEK_DAYS: 'never' }, 'SAMTALE_KEK_DAYS'],
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

test('a demonstration has a folder of its own, keeps to this machine and sends no mail', () => {
  const mail = { SAMTALE_SMTP_URL: 'smtps://mail.example', SAMTALE_MAIL_FROM: 'post@mail.example' }
  const demo = readConfig({ SAMTALE_DATA_DIR: '/srv/samtale', ...mail }, ['--demo'])
  expect(demo).toMatchObject({ demo: true, dataDir: '/srv/samtale-demo', keysFolder: '/srv/samtale-demo/keys' })
  expect(demo.mail.smtp).toBeNull()
  expect(readConfig({ SAMTALE_DATA_DIR: '/srv/samtale' })).toMatchObject({ demo: false, dataDir: '/srv/samtale' })
  expect(() => readConfig({}, ['--demo', '--lan'])).toThrow(expect.objectContaining({ code: 'config.invalid' }))
  for (const [name, value] of [
    ['DATABASE_URL', 'postgres://db.example/samtale'],
    ['SAMTALE_PUBLIC_URL', 'https://meet.example'],
  ] as const)
    expect(() => readConfig({ [name]: value }, ['--demo'])).toThrow(
      expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(name) }),
    )
})

test('keys lie in the data folder unless they are told to lie elsewhere', () => {
  expect(readConfig({ SAMTALE_DATA_DIR: '/srv/samtale' })).toMatchObject({
    keysFolder: '/srv/samtale/keys',
    keysDatabaseUrl: null,
    kekFile: '/srv/samtale/keys/epoch-keys.json',
    kekDays: 14,
  })
  const elsewhere = { KEYS_DATABASE_URL: 'postgres://keys.example/keys', SAMTALE_KEK_FILE: '/run/keys.json' }
  expect(readConfig({ ...elsewhere, DATABASE_URL: 'postgres://data.example/keys' })).toMatchObject({
    keysDatabaseUrl: 'postgres://keys.example/keys',
    kekFile: '/run/keys.json',
  })
})

const data = 'postgres://samtale:secret@db.example/samtale'
test.each([
  [data, data, true],
  [data, 'postgresql://keys:other@DB.example:5432/samtale?sslmode=require', true],
  ['postgres:///samtale?host=/run/postgresql', 'postgres:///samtale?host=/run/postgresql&user=other', true],
  ['postgres://localhost/samtale', 'postgres://127.0.0.1:5432/samtale', true],
  ['postgres://samtale@db.example', data, true],
  [data, 'postgres://samtale:secret@db.example/samtale_keys', false],
  [data, 'postgres://samtale:secret@db.example:5433/samtale', false],
  [data, 'postgres://samtale:secret@keys.example/samtale', false],
])('%s and %s are one database: %s', (one, other, same) => {
  const read = () => readConfig({ DATABASE_URL: one, KEYS_DATABASE_URL: other })
  if (!same) return expect(read().keysDatabaseUrl).toBe(other)
  expect(read).toThrow(
    expect.objectContaining({ code: 'keys.same-database', message: expect.not.stringContaining('secret') }),
  )
})
