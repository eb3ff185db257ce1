import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openMailInstallation, type MailInstallation } from '../../../test/mail/installation.ts'
import { sampleKinds } from '../../../test/mail/sample-kinds.ts'
import { newId } from '../ids.ts'
import { Personal } from '../personal.ts'
import { DeliveryFailed, type Delivery, type DeliveryFailureCode, type Outgoing } from './delivery.ts'
import { mailStore } from './store.ts'

let at: MailInstallation
let delivered: Outgoing[]
beforeAll(async () => {
  at = await openMailInstallation()
})
beforeEach(async () => {
  await at.empty()
  delivered = []
})
afterAll(() => at.close())

const kari = new Personal('contact.address', 'kari.canary@hjem.example')

async function queue(record: string, kind: 'contact.reply' | 'contact.received' = 'contact.reply'): Promise<void> {
  const of = { record, occasion: newId(), to: kari, language: 'nb' } as const
  const mail =
    kind === 'contact.reply'
      ? await at.mailer.prepare({ ...of, kind, values: { about: 'x', answer: 'y', page: 'https://skole.example/x' } })
      : await at.mailer.prepare({ ...of, kind, values: { about: 'x' } })
  await at.database.transaction((transaction) => at.mailer.queue(transaction, mail))
}

const mails = () => at.database.for('service-notice').selectFrom('mail').selectAll().execute()
const inOutbox = async () => (await at.outbox.list()).length

/** Fails with these codes, one a time, then delivers. */
function failing(...codes: DeliveryFailureCode[]): Delivery {
  return {
    deliver: async (mail) => {
      const code = codes.shift()
      if (code !== undefined) throw new DeliveryFailed(code)
      delivered.push(mail)
    },
    withdraw: async () => {},
  }
}

test('a mail that can’t be delivered now is tried again after growing pauses', async () => {
  await queue(await at.newRecord())
  const node = at.node({ delivery: failing('mail.server-away', 'mail.server-busy', 'mail.tls-failed') })
  for (const seconds of [0, 59, 1, 119, 1, 239, 1]) {
    at.clock.advance(seconds * 1_000)
    await node.runDue()
  }
  expect(delivered).toHaveLength(1)
  expect(await mails()).toMatchObject([{ sent_at: at.clock.now(), address: null }])
  const told = at.lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ event, code }) => [event, code])
  expect(told).toEqual([
    ['job.failed', 'mail.server-away'],
    ['job.failed', 'mail.server-busy'],
    ['job.failed', 'mail.tls-failed'],
  ])
})

test('a mail that is refused for good stays sealed for an operator, and is told by its code alone', async () => {
  const record = await at.newRecord()
  await queue(record)
  await at.node({ delivery: failing('mail.refused') }).runDue()
  const [row] = await mails()
  expect(row).toMatchObject({ failed_at: at.clock.now(), error_code: 'mail.refused' })
  expect([row?.address, row?.content]).toEqual([expect.stringMatching(/^s1\./), expect.stringMatching(/^s1\./)])
  expect(at.lines.join()).toContain('mail.refused')
  expect(at.lines.join()).not.toMatch(/canary/)
  const { kind, occasion } = row ?? { kind: '', occasion: '' }
  expect(await mailStore(at.database.for('service-notice')).stateOf({ record, kind, occasion })).toBe('failed')
})

test('a mail is tried for about five days', async () => {
  await queue(await at.newRecord())
  const start = at.clock.now().getTime()
  const node = at.node({ delivery: failing(...Array<DeliveryFailureCode>(1_000).fill('mail.server-away')) })
  const due = () =>
    at.database.for('operation').selectFrom('job').select('due_at').where('name', '=', 'mail.send').executeTakeFirst()
  for (let next = (await due())?.due_at; next; next = (await due())?.due_at) {
    at.clock.advance(next.getTime() - at.clock.now().getTime())
    await node.runDue()
  }
  const days = (at.clock.now().getTime() - start) / 86_400_000
  expect(await mails()).toMatchObject([{ error_code: 'mail.server-away', failed_at: at.clock.now() }])
  expect([days > 4, days < 6]).toEqual([true, true])
})

test('what a machine answers has an empty return path, what a person writes has the stream’s', async () => {
  const record = await at.newRecord()
  await queue(record, 'contact.received')
  await queue(record, 'contact.reply')
  await at.node({ delivery: failing() }).runDue()
  const paths = delivered.map(({ kind, returnPath }) => ({ kind, returnPath }))
  expect(paths).toHaveLength(2)
  expect(paths).toContainEqual({ kind: 'contact.received', returnPath: null })
  expect(paths).toContainEqual({ kind: 'contact.reply', returnPath: 'post@skole.example' })
})

test('a mail whose record was erased before is not sent', async () => {
  const record = await at.newRecord()
  await queue(record)
  await at.erase(record)
  await at.node().runDue()
  expect([await inOutbox(), await mails(), at.lines]).toEqual([0, [], []])
})

test('a mail whose record is erased while it is written is taken back', async () => {
  const record = await at.newRecord()
  await queue(record)
  const delivery: Delivery = {
    ...at.outbox,
    deliver: async (mail, signal) => {
      await at.erase(record)
      await at.outbox.deliver(mail, signal)
    },
  }
  await at.node({ delivery }).runDue()
  expect(await inOutbox()).toBe(0)
})

test('a mail whose key is gone is given up', async () => {
  const record = await at.newRecord()
  await queue(record)
  await at.seals.destroyRecords([record])
  await at.node().runDue()
  expect(await mails()).toMatchObject([{ error_code: 'mail.unreadable', address: null }])
})

test('a mail of a kind that is no longer declared is given up', async () => {
  await queue(await at.newRecord())
  const { 'contact.reply': gone, ...kinds } = sampleKinds
  expect(gone.purpose).toBe('correspondence')
  await at.node({ kinds }).runDue()
  expect(await mails()).toMatchObject([{ error_code: 'mail.kind-undeclared', address: null }])
})

test('mail of a record that is restricted waits, and goes when the restriction is lifted', async () => {
  const record = await at.newRecord()
  await queue(record)
  const restrict = (state: 'restricted' | 'in-use') =>
    at.database.for('storage').updateTable('record').set({ state }).where('id', '=', record).execute()
  await restrict('restricted')
  await at.node().runDue()
  expect([await inOutbox(), at.lines]).toEqual([0, []])
  await restrict('in-use')
  at.clock.advance(60 * 60_000)
  await at.node().runDue()
  expect(await inOutbox()).toBe(1)
})

test('the sweep gives up what waits for longer than the policy keeps it, and empties the outbox', async () => {
  const [gone, old] = [await at.newRecord(), await at.newRecord()]
  await queue(gone)
  await queue(old)
  await at.node().runDue()
  await queue(old)
  await at.database.for('operation').deleteFrom('job').where('name', '=', 'mail.send').execute()
  // Erased in the moment between a file and its note.
  const storage = at.database.for('storage')
  await storage.deleteFrom('mail').where('record_id', '=', gone).execute()
  await storage.deleteFrom('record').where('id', '=', gone).execute()
  at.clock.advance(8 * 86_400_000)
  await at.node().runDue()
  expect((await at.outbox.list()).map(({ record }) => record)).toEqual([old])
  expect(new Set((await mails()).map(({ error_code }) => error_code))).toEqual(new Set(['mail.expired', null]))
  at.clock.advance(31 * 86_400_000)
  await at.node().runDue()
  expect(await inOutbox()).toBe(0)
})
