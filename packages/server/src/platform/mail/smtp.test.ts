import { afterEach, beforeAll, expect, test } from 'vitest'
import PostalMime from 'postal-mime'
import type { SMTPServerOptions } from 'smtp-server'
import { sampleMessage } from '../../../test/mail/sample-message.ts'
import { reply, selfSigned, startSmtpServer, type TestSmtpServer } from '../../../test/mail/smtp-server.ts'
import type { Outgoing } from './delivery.ts'
import { createSmtpDelivery, type SmtpSettings } from './smtp.ts'

let tls: { key: string; cert: string }
let server: TestSmtpServer
beforeAll(async () => {
  tls = await selfSigned()
})
afterEach(() => server.stop())

const never = new AbortController().signal

function outgoing(): Outgoing {
  const message = sampleMessage()
  return { message, returnPath: 'bounces@skole.example', kind: 'contact.reply', record: message.id }
}

function delivery(settings: Partial<SmtpSettings> = {}) {
  const plain: SmtpSettings = {
    host: 'localhost',
    port: server.port,
    security: 'none',
    name: 'skole.example',
    login: null,
  }
  return createSmtpDelivery({ ...plain, ...settings }, () => null)
}

async function failure(settings: Partial<SmtpSettings> = {}, signal = never): Promise<unknown> {
  const error = await delivery(settings)
    .deliver(outgoing(), signal)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    )
  // What a server answers quotes addresses; nothing of it is kept.
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))).not.toContain('hjem.example')
  return error instanceof Error && 'code' in error ? error.code : error
}

test('a mail goes to a server on this machine as it is, with its envelope', async () => {
  server = await startSmtpServer({ hideSTARTTLS: true })
  const mail = outgoing()
  await delivery().deliver(mail, never)
  expect(server.received).toMatchObject([
    { from: 'bounces@skole.example', to: ['kari@hjem.example'], encrypted: false },
  ])
  const parsed = await PostalMime.parse(server.received[0]?.raw ?? '')
  expect(parsed).toMatchObject({ messageId: `<${mail.message.id}@skole.example>`, subject: 'Møtet på fredag' })
})

test('an answer by a machine goes out with an empty return path, so that nothing comes back', async () => {
  server = await startSmtpServer({ hideSTARTTLS: true })
  await delivery().deliver({ ...outgoing(), returnPath: null }, never)
  expect(server.received).toMatchObject([{ from: null }])
})

test('a mail is encrypted from the first byte, or before anything is said', async () => {
  server = await startSmtpServer({ secure: true, ...tls })
  await delivery({ security: 'tls', trusted: tls.cert }).deliver(outgoing(), never)
  expect(server.received).toMatchObject([{ encrypted: true }])
  await server.stop()
  server = await startSmtpServer(tls)
  await delivery({ security: 'starttls', trusted: tls.cert }).deliver(outgoing(), never)
  expect(server.received).toMatchObject([{ encrypted: true }])
})

test('nothing is sent where encryption isn’t offered or the certificate is not the server’s', async () => {
  server = await startSmtpServer({ hideSTARTTLS: true })
  expect(await failure({ security: 'starttls' })).toBe('mail.tls-failed')
  await server.stop()
  const other = await selfSigned('other.example')
  for (const secure of [true, false]) {
    const security = secure ? 'tls' : 'starttls'
    server = await startSmtpServer({ secure, ...tls })
    expect(await failure({ security })).toBe('mail.tls-failed')
    expect(server.received).toEqual([])
    await server.stop()
    server = await startSmtpServer({ secure, ...other })
    expect(await failure({ security, trusted: other.cert })).toBe('mail.tls-failed')
    expect(server.received).toEqual([])
    await server.stop()
  }
  server = await startSmtpServer()
})

test('who logs in is let in, and a wrong password is told apart', async () => {
  const options: SMTPServerOptions = {
    secure: true,
    ...tls,
    authOptional: false,
    onAuth: ({ username, password }, _session, callback) =>
      password === 'geheim' ? callback(null, { user: username ?? '' }) : callback(reply(535)),
  }
  server = await startSmtpServer(options)
  const settings = { security: 'tls', trusted: tls.cert } as const
  await delivery({ ...settings, login: { user: 'post', password: 'geheim' } }).deliver(outgoing(), never)
  expect(server.received).toHaveLength(1)
  expect(await failure({ ...settings, login: { user: 'post', password: 'falsch' } })).toBe('mail.login-refused')
  expect(await failure(settings)).toBe('mail.sender-refused')
})

test.for([
  ['a full mailbox', { onRcptTo: (_a, _s, done) => done(reply(452)) }, 'mail.server-busy'],
  [
    'a greylist',
    { onData: (stream, _s, done) => stream.resume().on('end', () => done(reply(451))) },
    'mail.server-busy',
  ],
  ['a sender that has sent too much', { onMailFrom: (_a, _s, done) => done(reply(450)) }, 'mail.server-busy'],
  ['an address that isn’t there', { onRcptTo: (_a, _s, done) => done(reply(550)) }, 'mail.refused'],
  [
    'a mail taken for spam',
    { onData: (stream, _s, done) => stream.resume().on('end', () => done(reply(554))) },
    'mail.refused',
  ],
  ['a sender that isn’t ours', { onMailFrom: (_a, _s, done) => done(reply(553)) }, 'mail.sender-refused'],
  ['a server that takes no mail', { onConnect: (_s, done) => done(reply(554)) }, 'mail.server-away'],
  ['a server that has a bad day', { onConnect: (_s, done) => done(reply(421)) }, 'mail.server-busy'],
] satisfies [string, SMTPServerOptions, string][])('%s is told by its code', async ([, options, code]) => {
  server = await startSmtpServer({ hideSTARTTLS: true, ...options })
  expect(await failure()).toBe(code)
  expect(server.received).toEqual([])
})

test('a connection that breaks within the mail, and a server that isn’t there, are tried again', async () => {
  server = await startSmtpServer({
    hideSTARTTLS: true,
    onData: (stream) => {
      stream.on('data', () => {
        for (const connection of server.connections()) connection.destroy()
      })
    },
  })
  expect(await failure()).toBe('mail.server-away')
  await server.stop()
  expect(await failure()).toBe('mail.server-away')
})

test('a mail whose receipt was lost goes out again under the same identifier', async () => {
  let answers = false
  server = await startSmtpServer({
    hideSTARTTLS: true,
    afterData: () => {
      if (!answers) for (const connection of server.connections()) connection.destroy()
      return null
    },
  })
  const mail = outgoing()
  await expect(delivery().deliver(mail, never)).rejects.toMatchObject({ code: 'mail.server-away' })
  answers = true
  await delivery().deliver(mail, never)
  const ids = await Promise.all(server.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))
  expect(ids).toEqual([`<${mail.message.id}@skole.example>`, `<${mail.message.id}@skole.example>`])
})

test('a slow server is waited for, unless the server stops', async () => {
  const reached = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  server = await startSmtpServer({
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) => {
      reached.resolve()
      void answer.promise.then(() => done())
    },
  })
  const stop = new AbortController()
  const sent = delivery().deliver(outgoing(), never)
  const cut = failure({}, stop.signal)
  await reached.promise
  stop.abort()
  expect(await cut).toBe('mail.server-away')
  answer.resolve()
  await sent
  expect(server.received).toHaveLength(1)
})
