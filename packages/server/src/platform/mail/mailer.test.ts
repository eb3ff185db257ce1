import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest'
import { openMailInstallation, type MailInstallation } from '../../../test/mail/installation.ts'
import type { sampleKinds } from '../../../test/mail/sample-kinds.ts'
import { newId } from '../ids.ts'
import { Personal } from '../personal.ts'
import type { Delivery } from './delivery.ts'
import type { NewMail, Queued } from './mailer.ts'

let at: MailInstallation
beforeAll(async () => {
  at = await openMailInstallation()
})
beforeEach(() => at.empty())
afterAll(() => at.close())

const kari = new Personal('contact.address', 'kari.canary@hjem.example')
const answer = {
  answer: new Personal('contact.message', 'Hei Kanari!'),
  about: 'Kanarifugl',
  page: 'https://skole.example/x',
}

async function queueReply(record: string, occasion = newId()): Promise<Queued> {
  const mail = await at.mailer.prepare({
    kind: 'contact.reply',
    record,
    occasion,
    to: kari,
    language: 'nb',
    values: answer,
  })
  return at.database.transaction((transaction) => at.mailer.queue(transaction, mail))
}

async function queueNews(record: string, occasion = newId(), mailer = at.mailer): Promise<Queued> {
  const unsubscribe = 'https://skole.example/unsubscribe/x'
  const values = { title: 'Juni', words: 'Sommer!' }
  const mail = await mailer.prepare({
    kind: 'newsletter.issue',
    record,
    occasion,
    to: kari,
    language: 'nb',
    values,
    unsubscribe,
  })
  return at.database.transaction((transaction) => mailer.queue(transaction, mail))
}

const mails = () => at.database.for('service-notice').selectFrom('mail').selectAll().execute()

/** Everything that the database holds, as text. */
async function everything(): Promise<string> {
  const jobs = await at.database.for('operation').selectFrom('job').selectAll().execute()
  const records = await at.database.for('storage').selectFrom('record').selectAll().execute()
  const refused = await at.database.for('service-notice').selectFrom('mail_suppression').selectAll().execute()
  return JSON.stringify([await mails(), jobs, records, refused])
}

test('a mail is sealed while it waits, sent once, and cleared then', async () => {
  expect(await queueReply(await at.newRecord())).toBe('queued')
  const waiting = await everything()
  expect(waiting).not.toMatch(/canary|kanari/i)
  expect(await mails()).toMatchObject([
    { kind: 'contact.reply', sent_at: null, address: expect.stringMatching(/^s1\./) },
  ])

  await at.node().runDue()
  await at.node().runDue()
  const files = await at.outbox.list()
  expect(files).toHaveLength(1)
  const mail = await PostalMime.parse((await at.outbox.read(files[0]?.name ?? '')) ?? '')
  expect(mail).toMatchObject({ subject: 'Re: Kanarifugl', to: [{ address: 'kari.canary@hjem.example' }] })
  expect(mail.text).toContain('Hei Kanari!')
  expect(await mails()).toMatchObject([{ sent_at: at.clock.now(), address: null, subject: null, content: null }])
  expect(at.lines.join()).not.toMatch(/canary|kanari/i)
})

test('a mail is queued with what it is about, or not at all', async () => {
  const record = await at.newRecord()
  const mail = await at.mailer.prepare({ kind: 'contact.reply', record, to: kari, language: 'nb', values: answer })
  await expect(
    at.database.transaction(async (transaction) => {
      await at.mailer.queue(transaction, mail)
      throw new Error('the rest failed')
    }),
  ).rejects.toThrow('the rest failed')
  await at.node().runDue()
  expect([await mails(), await at.outbox.list()]).toEqual([[], []])
})

test('what somebody waits for at a page goes before what was queued a while before it', async () => {
  for (const record of [await at.newRecord(), await at.newRecord()]) await queueReply(record)
  at.clock.advance(600_000)
  const record = await at.newRecord()
  const code = await at.mailer.prepare({
    ...{ kind: 'contact.received', record, to: kari, language: 'nb' },
    values: { about: 'Fugl' },
  })
  await at.database.transaction((transaction) => at.mailer.queue(transaction, code))
  const sent: string[] = []
  const deliver: Delivery['deliver'] = async ({ kind }) => void sent.push(kind)
  await at.node({ delivery: { ...at.outbox, deliver } }).runDue()
  expect(sent).toEqual(['contact.received', 'contact.reply', 'contact.reply'])
})

test('the same mail for the same occasion is sent once', async () => {
  const [record, occasion] = [await at.newRecord(), newId()]
  expect(await queueReply(record, occasion)).toBe('queued')
  expect(await queueReply(record, occasion)).toBe('again')
  await at.node().runDue()
  expect(await queueReply(record, occasion)).toBe('again')
  expect(await queueReply(record)).toBe('queued')
  await at.node().runDue()
  expect(await at.outbox.list()).toHaveLength(2)
})

test('mail that needs consent is sent with it, and the last word counts', async () => {
  const record = await at.newRecord()
  const agree = () => at.agreed.set(`${record} newsletter`, at.clock.now())
  const refuse = () => at.database.transaction((transaction) => at.mailer.refuse(transaction, kari, 'newsletter'))
  expect(await queueNews(record)).toBe('not-consented')
  agree()
  expect(await queueNews(record)).toBe('queued')
  at.clock.advance(1_000)
  await refuse()
  await refuse()
  expect(await queueNews(record)).toBe('refused')
  // By address, whatever else is known: another subscription with it is refused too, another list is not.
  expect(await queueReply(record)).toBe('queued')
  at.clock.advance(1_000)
  agree()
  expect(await queueNews(record)).toBe('queued')
  at.clock.advance(1_000)
  await refuse()
  expect(await queueNews(record)).toBe('refused')
  expect(await everything()).not.toMatch(/canary/i)
})

test('a policy that keeps nobody’s refusals has consent decide alone', async () => {
  const record = await at.newRecord()
  const { forgetfulMailer } = at
  await at.database.transaction((transaction) => forgetfulMailer.refuse(transaction, kari, 'newsletter'))
  expect(await at.database.for('service-notice').selectFrom('mail_suppression').selectAll().execute()).toEqual([])
  expect(await queueNews(record, newId(), forgetfulMailer)).toBe('not-consented')
  at.agreed.set(`${record} newsletter`, at.clock.now())
  at.clock.advance(1_000)
  await at.database.transaction((transaction) => at.mailer.refuse(transaction, kari, 'newsletter'))
  expect(await queueNews(record, newId(), forgetfulMailer)).toBe('queued')
})

test('a kind that isn’t declared, and values that it doesn’t have, do not compile and are refused', async () => {
  const record = await at.newRecord()
  const mail = { record, to: kari, language: 'nb', values: answer } as const
  // @ts-expect-error No such kind.
  await expect(at.mailer.prepare({ ...mail, kind: 'contact.spam' })).rejects.toMatchObject({
    code: 'mail.kind-undeclared',
  })
  // @ts-expect-error Nor what every object has.
  await expect(at.mailer.prepare({ ...mail, kind: 'toString' })).rejects.toMatchObject({ code: 'mail.kind-undeclared' })
  await expect(
    // @ts-expect-error A newsletter says where to unsubscribe.
    at.mailer.prepare({ ...mail, kind: 'newsletter.issue', values: { title: 'x', words: 'y' } }),
  ).rejects.toMatchObject({ code: 'mail.kind-mismatch' })
  await expect(
    // @ts-expect-error A reply doesn't.
    at.mailer.prepare({ ...mail, kind: 'contact.reply', unsubscribe: 'https://skole.example/x' }),
  ).rejects.toMatchObject({ code: 'mail.kind-mismatch' })
  type Reply = NewMail<typeof sampleKinds, 'contact.reply'>
  expectTypeOf<Reply['to']>().toEqualTypeOf<Personal<string>>()
  expectTypeOf<keyof Reply['values']>().toEqualTypeOf<'about' | 'answer' | 'page'>()
})

test('an address that could be more than one is refused', async () => {
  const record = await at.newRecord()
  for (const address of ['a@b.example, c@d.example', 'Kari <a@b.example>', 'a@b.example\r\nBcc: c@d.example']) {
    const to = new Personal('contact.address', address)
    await expect(
      at.mailer.prepare({ kind: 'contact.reply', record, to, language: 'nb', values: answer }),
    ).rejects.toMatchObject({ code: 'mail.address-invalid' })
  }
})
