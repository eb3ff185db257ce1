import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import type { Environment } from './variables.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-dkim-'))
afterAll(() => rmSync(folder, { recursive: true }))

const from = 'Åsen skole <post@skole.example>'
const mail = (env: Environment) => readConfig(env).mail

test('without settings mail goes to the outbox, from the public host', () => {
  expect(mail({})).toMatchObject({ smtp: null, dkim: null })
  expect(mail({}).senders.transactional).toEqual({
    from: { name: '', address: 'samtale@localhost' },
    returnPath: 'samtale@localhost',
  })
  expect(mail({ SAMTALE_PUBLIC_URL: 'https://møte.skole.example' }).senders.news.from.address).toBe(
    'news@xn--mte-0na.skole.example',
  )
  expect(mail({ SAMTALE_PUBLIC_URL: 'http://[::1]:3000' }).senders.breach.from.address).toBe('breach@localhost')
})

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, security: 'tls', login: null }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, security: 'starttls' }],
  ['smtp://mail.example:25', { port: 25, security: 'starttls' }],
  ['smtp://localhost', { host: 'localhost', port: 25, security: 'none' }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, security: 'none' }],
  ['smtps://127.0.0.1', { port: 465, security: 'tls' }],
  ['smtps://post%40skole.example:a%3Ab%2Fc@mail.example', { login: { user: 'post@skole.example', password: 'a:b/c' } }],
])('%s is read as %j', (url, smtp) => {
  expect(mail({ SAMTALE_SMTP_URL: url, SAMTALE_MAIL_FROM: from }).smtp).toMatchObject(smtp)
})

test('streams have addresses of their own, and mail comes back where it is told to', () => {
  const { senders } = mail({
    SAMTALE_MAIL_FROM: from,
    SAMTALE_MAIL_BREACH_FROM: 'dpo@skole.example',
    SAMTALE_MAIL_BOUNCES_TO: 'bounces+{stream}@skole.example',
  })
  expect(senders).toEqual({
    transactional: {
      from: { name: 'Åsen skole', address: 'post@skole.example' },
      returnPath: 'bounces+transactional@skole.example',
    },
    news: { from: { name: 'Åsen skole', address: 'news@skole.example' }, returnPath: 'bounces+news@skole.example' },
    breach: { from: { name: '', address: 'dpo@skole.example' }, returnPath: 'bounces+breach@skole.example' },
  })
})

test('a key that signs is read at the start', () => {
  const file = path.join(folder, 'rsa.pem')
  writeFileSync(file, pem(2_048))
  expect(mail({ SAMTALE_DKIM_KEY_FILE: file }).dkim).toMatchObject({ selector: 'samtale' })
})

test.each([
  [{ SAMTALE_SMTP_URL: 'mail.example:geheim' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'https://user:geheim@mail.example' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'smtp://user:geheim@' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'smtp://user:geheim@mail.example/inbox' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'smtp://user:geheim@mail.example?tls=no' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'smtp://user:100%geheim@mail.example' }, 'SAMTALE_SMTP_URL'],
  [{ SAMTALE_SMTP_URL: 'smtps://user:geheim@mail.example', SAMTALE_MAIL_FROM: '' }, 'SAMTALE_MAIL_FROM'],
  [{ SAMTALE_MAIL_FROM: 'post' }, 'SAMTALE_MAIL_FROM'],
  [{ SAMTALE_MAIL_FROM: 'a@skole.example, b@skole.example' }, 'SAMTALE_MAIL_FROM'],
  [{ SAMTALE_MAIL_NEWS_FROM: 'News <news>' }, 'SAMTALE_MAIL_NEWS_FROM'],
  [{ SAMTALE_MAIL_BREACH_FROM: '@skole.example' }, 'SAMTALE_MAIL_BREACH_FROM'],
  [{ SAMTALE_MAIL_BOUNCES_TO: 'bounces {stream}@skole.example' }, 'SAMTALE_MAIL_BOUNCES_TO'],
  [{ SAMTALE_DKIM_KEY_FILE: path.join(folder, 'missing.pem') }, 'SAMTALE_DKIM_KEY_FILE'],
  [{ SAMTALE_DKIM_KEY_FILE: import.meta.filename }, 'SAMTALE_DKIM_KEY_FILE'],
  [{ SAMTALE_DKIM_KEY_FILE: import.meta.filename, SAMTALE_DKIM_SELECTOR: 'a b; c' }, 'SAMTALE_DKIM_SELECTOR'],
  [{ SAMTALE_LOCAL_PORT: 'loopback' }, 'SAMTALE_LOCAL_PORT'],
] satisfies [Environment, string][])('%j is refused, naming the variable and no password', (env, name) => {
  const given: Environment = env
  const all = given['SAMTALE_SMTP_URL'] === undefined ? env : { SAMTALE_MAIL_FROM: from, ...env }
  const message = messageOf(() => readConfig(all))
  expect(message).toContain(name)
  expect(message).not.toContain('geheim')
})

test('a key too short to be safe, or of another kind, signs nothing', () => {
  for (const [name, key] of [
    ['short.pem', pem(1_024)],
    ['curve.pem', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ] as const) {
    const file = path.join(folder, name)
    writeFileSync(file, key)
    expect(messageOf(() => mail({ SAMTALE_DKIM_KEY_FILE: file }))).toContain('SAMTALE_DKIM_KEY_FILE')
  }
})

function pem(modulusLength: number): string {
  return generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function messageOf(action: () => unknown): string {
  try {
    action()
    return ''
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'config.invalid'
      ? error.message
      : 'another error'
  }
}
