import fc from 'fast-check'
import type { Email } from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLetterInstallation } from '../../../test/correspondence/installation.ts'
import { newId } from '../../platform/ids.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { ticketTables } from './tables.ts'

let at: Awaited<ReturnType<typeof openLetterInstallation>>
beforeAll(async () => {
  at = await openLetterInstallation()
})
afterAll(() => at.close())

let people = 0
const day = 86_400_000
const personal = (text: string) => new Personal('correspondence', text)

/** Somebody nobody has heard of writes. */
async function write(message = 'Hei kanari', address = `kanari${(people += 1)}@hjem.example`): Promise<Begun> {
  const name = personal('Kari Kanari')
  const reference = await at.writers.begin({
    address: personal(address),
    name,
    message: personal(message),
    language: 'nb',
  })
  return { reference, address }
}

interface Begun {
  readonly reference: string
  readonly address: string
}

const about = async ({ reference }: Begun) =>
  (await at.mails()).filter(({ subject }) => subject?.includes(reference) === true)
const to = (mails: readonly (Email & { raw: string })[], address: string) =>
  mails.filter((mail) => mail.to?.[0]?.address?.toLowerCase() === address)

async function tokenOf(begun: Begun): Promise<string> {
  const [mail] = to(await about(begun), begun.address)
  return /\/contact\/thread\?t=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'no link'
}

const said = (thread: Awaited<ReturnType<typeof at.writers.read>>) =>
  thread?.messages.map(({ direction, body }) => [direction, reveal(body)]) ?? null

/** Everything that the database holds of letters, and what is beside it. */
async function everything(): Promise<string> {
  const letters = Object.keys(ticketTables) as (keyof typeof ticketTables)[]
  const rows = letters.map((table) => at.database.for('correspondence').selectFrom(table).selectAll().execute())
  const mails = at.database.for('service-notice').selectFrom('mail').selectAll().execute()
  const jobs = at.database.for('operation').selectFrom('job').selectAll().execute()
  const ledger = at.database.for('operation').selectFrom('ledger_entry').selectAll().execute()
  return JSON.stringify(await Promise.all([...rows, mails, jobs, ledger]))
}

test('who writes is answered once by the machine, and whoever answers hears of it without a word of what it says', async () => {
  const begun = await write('Kanarifuglen synger')
  const mails = await about(begun)
  const [received, ...more] = to(mails, begun.address)
  expect(more).toEqual([])
  expect(received?.raw).toMatch(/^Auto-Submitted: auto-replied\r$/m)
  expect(received?.raw).not.toMatch(/kanarifuglen|Kari/i)
  const [notice] = to(mails, 'personvern@skole.example')
  expect(notice?.raw).toContain(begun.reference)
  expect(notice?.raw).not.toMatch(/kanari|hjem\.example/i)
})

test('what is written stands sealed in the database, and in no log', async () => {
  const begun = await write('Kanarifuglen synger')
  expect(await everything()).not.toMatch(/kanari|hjem\.example/i)
  await about(begun)
  expect(await everything()).not.toMatch(/kanari|hjem\.example/i)
  expect(at.lines.join()).not.toMatch(/kanari|hjem\.example/i)
})

test('an answer is mailed, follows the mail before it, and stands in the conversation', async () => {
  const begun = await write('Hva koster det?')
  const token = await tokenOf(begun)
  at.clock.advance(1_000)
  expect(await at.desk.reply(begun.reference.toLowerCase(), personal('Det er gratis.\nHilsen oss'))).toBe(
    begun.reference,
  )
  const [received, reply] = to(await about(begun), begun.address)
  expect(reply).toMatchObject({ inReplyTo: received?.messageId, references: received?.messageId })
  expect(reply?.replyTo?.[0]?.address).toBe('personvern@skole.example')
  expect(reply?.raw).not.toMatch(/^Auto-Submitted/m)
  expect(reply?.subject).toBe(`Re: ${received?.subject}`)
  expect(reply?.text).toContain('Det er gratis.\nHilsen oss')
  at.clock.advance(1_000)
  expect(await at.writers.add(token, personal('Takk!'))).toBe(true)
  const thread = await at.writers.read(token)
  expect(said(thread)).toEqual([
    ['in', 'Hva koster det?'],
    ['out', 'Det er gratis.\nHilsen oss'],
    ['in', 'Takk!'],
  ])
  expect(thread?.ticket.state).toBe('open')
  expect(to(await about(begun), begun.address)).toHaveLength(2)
})

test('one address is answered by the machine once in some hours, however often it is written in the form', async () => {
  const address = `kanari${(people += 1)}@hjem.example`
  const first = await write('1', address)
  const others = await Promise.all(['2', '3', '4'].map((message) => write(message, address.toUpperCase())))
  expect(to(await about(first), address)).toHaveLength(1)
  for (const other of others) expect(to(await about(other), address)).toEqual([])
  // Without the automatic answer, ours brings the link.
  const [other = first] = others
  await at.desk.reply(other.reference, personal('Svar'))
  const [reply] = to(await about(other), address)
  expect(reply?.text).toContain('/contact/thread?t=')
  at.clock.advance(day)
  const later = await write('5', address)
  expect(to(await about(later), address)).toHaveLength(1)
})

test('two conversations never mix, with one subject and one address too', async () => {
  const one = await write('Min sak')
  at.clock.advance(day)
  const other = await write('Min andre sak', one.address)
  const [first, second] = [await tokenOf(one), await tokenOf(other)]
  expect(said(await at.writers.read(first))).toEqual([['in', 'Min sak']])
  expect(said(await at.writers.read(second))).toEqual([['in', 'Min andre sak']])
  expect(await at.writers.erase(first)).toBe('erased')
  expect(await at.writers.read(first)).toBeNull()
  expect(said(await at.writers.read(second))).toEqual([['in', 'Min andre sak']])
})

test('a conversation that is deleted is gone: rows, mail, keys; its link and commands find nothing', async () => {
  const begun = await write('Slett meg')
  const token = await tokenOf(begun)
  const thread = await at.writers.read(token)
  expect(await at.writers.erase(token)).toBe('erased')
  for (const table of Object.keys(ticketTables) as (keyof typeof ticketTables)[]) {
    const rows = await at.database.for('correspondence').selectFrom(table).select('record_id').execute()
    expect(rows.map(({ record_id }) => record_id)).not.toContain(thread?.ticket.record_id)
  }
  expect(await about(begun)).toEqual([])
  expect(await at.writers.read(token)).toBeNull()
  expect(await at.writers.add(token, personal('Enda mer'))).toBe(false)
  expect(await at.writers.erase(token)).toBeNull()
  expect(await at.desk.show(begun.reference)).toBeNull()
  expect(await at.desk.reply(begun.reference, personal('Hei'))).toBeNull()
})

test('a year after the last message a conversation goes by itself, and each message moves that day', async () => {
  const begun = await write('Lenge siden')
  const token = await tokenOf(begun)
  at.clock.advance(300 * day)
  expect(await at.desk.reply(begun.reference, personal('Beklager ventetiden'))).toBe(begun.reference)
  await at.work.records.apply.due()
  at.clock.advance(300 * day)
  await at.work.records.apply.due()
  expect(await at.desk.show(begun.reference)).not.toBeNull()
  at.clock.advance(70 * day)
  await at.work.records.apply.due()
  expect(await at.desk.show(begun.reference)).toBeNull()
  expect(await at.writers.read(token)).toBeNull()
})

test('a link opens its own conversation and nothing else: not changed, not another purpose’s, not lapsed', async () => {
  const begun = await write('Min sak')
  const token = await tokenOf(begun)
  const { ticket } = (await at.writers.read(token)) ?? {}
  const until = new Date(at.clock.now().getTime() + day)
  const sign = (purpose: string, ids: readonly string[]) => at.work.tokens.sign(purpose, ids, until)
  const record = ticket?.record_id ?? newId()
  expect(await at.writers.read(sign('contact.thread', [record]))).not.toBeNull()
  for (const wrong of [
    sign('newsletter.leave', [record]),
    sign('contact.thread', [newId()]),
    sign('contact.thread', [record, record]),
    '',
    'x'.repeat(10_000),
  ])
    expect(await at.writers.read(wrong)).toBeNull()
  await fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 1),
      fc.constantFrom(...'AZaz09-_', '', '=', '%', 'AA'),
      async (place, other) => {
        const changed = token.slice(0, place) + other + token.slice(place + 1)
        if (changed !== token) expect(await at.writers.read(changed)).toBeNull()
      },
    ),
  )
  const old = at.work.tokens.sign('contact.thread', [record], at.clock.now())
  expect(await at.writers.read(old)).toBeNull()
})

test('without the purpose of correspondence nothing of a letter is read', async () => {
  await write()
  for (const purpose of ['service-notice', 'rights', 'operation', 'newsletter'])
    await expect(at.database.for(purpose).selectFrom('ticket_message').select('body').execute()).rejects.toThrow(
      expect.objectContaining({ code: 'db.purpose-denied' }),
    )
})
