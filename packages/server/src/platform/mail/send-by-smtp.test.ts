import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openMailInstallation, type MailInstallation } from '../../../test/mail/installation.ts'
import { reply, startSmtpServer, type TestSmtpServer } from '../../../test/mail/smtp-server.ts'
import { newId } from '../ids.ts'
import { Personal } from '../personal.ts'
import { createSmtpDelivery } from './smtp.ts'

let at: MailInstallation
let server: TestSmtpServer
beforeAll(async () => {
  at = await openMailInstallation()
})
beforeEach(() => at.empty())
afterEach(() => server.stop())
afterAll(() => at.close())

async function queue(): Promise<string> {
  const record = await at.newRecord()
  const mail = await at.mailer.prepare({
    kind: 'contact.received',
    record,
    occasion: newId(),
    to: new Personal('contact.address', 'kari.canary@hjem.example'),
    language: 'sv',
    values: { about: 'Kanariefågel' },
  })
  await at.database.transaction((transaction) => at.mailer.queue(transaction, mail))
  return mail.messageId
}

/** A process that sends by the mail server, each time that something is due. */
async function sendAll(): Promise<void> {
  const settings = {
    host: 'localhost',
    port: server.port,
    security: 'none',
    name: 'skole.example',
    login: null,
  } as const
  const node = at.node({ delivery: createSmtpDelivery(settings, () => null) })
  const next = () =>
    at.database.for('operation').selectFrom('job').select('due_at').where('name', '=', 'mail.send').execute()
  for (let [job] = await next(); job?.due_at; [job] = await next()) {
    at.clock.advance(Math.max(0, job.due_at.getTime() - at.clock.now().getTime()))
    await node.runDue()
  }
}

const row = () => at.database.for('service-notice').selectFrom('mail').selectAll().executeTakeFirst()
const identifiers = () => Promise.all(server.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))

test('a mail that the server puts off is sent when it lets it in, and what it says of the address is told to nobody', async () => {
  let refusals = 2
  server = await startSmtpServer({
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) => {
      refusals -= 1
      done(refusals < 0 ? null : reply(450, 'kari.canary@hjem.example is greylisted'))
    },
  })
  const id = await queue()
  await sendAll()
  expect(await identifiers()).toEqual([id])
  expect(server.received).toMatchObject([{ from: null, to: ['kari.canary@hjem.example'] }])
  expect(await row()).toMatchObject({ sent_at: at.clock.now(), address: null, content: null })
  expect(at.lines).toHaveLength(2)
  expect(at.lines.join()).not.toMatch(/canary|greylisted/)
})

test('a mail that the server refuses is given up, and what it says is told to nobody', async () => {
  server = await startSmtpServer({
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) => done(reply(550, 'kari.canary@hjem.example is unknown')),
  })
  await queue()
  await sendAll()
  expect(server.received).toEqual([])
  expect(await row()).toMatchObject({ error_code: 'mail.refused', sent_at: null })
  const jobs = await at.database.for('operation').selectFrom('job').selectAll().execute()
  expect(JSON.stringify([at.lines, jobs])).not.toMatch(/canary|unknown/)
})

test('a connection that breaks before the mail, or before its receipt, loses nothing', async () => {
  let breaks: ('before' | 'after' | 'not')[] = ['before', 'after', 'not']
  const breakOff = () => [...server.connections()].forEach((connection) => connection.destroy())
  server = await startSmtpServer({
    hideSTARTTLS: true,
    onMailFrom: (_address, _session, done) => {
      if (breaks[0] === 'before') {
        breaks = breaks.slice(1)
        return breakOff()
      }
      done()
    },
    afterData: () => {
      if (breaks[0] === 'after') breakOff()
      breaks = breaks.slice(1)
      return null
    },
  })
  const id = await queue()
  await sendAll()
  // The one whose receipt was lost came twice, as the same mail.
  expect(await identifiers()).toEqual([id, id])
  expect(await row()).toMatchObject({ sent_at: at.clock.now(), address: null })
})
