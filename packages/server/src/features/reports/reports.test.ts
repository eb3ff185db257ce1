import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReportInstallation, type ReportInstallation } from '../../../test/reports/installation.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { aboutCategory } from './tables.ts'

let at: ReportInstallation

beforeAll(async () => {
  at = await openReportInstallation()
})
afterAll(() => at.close())

const least = { room: 'kitchen-table', where: 'door', reason: 'other' }

test('row A01: anybody can report, and gets a reference under which it opens as it was sent', async () => {
  const sent = {
    ...least,
    where: 'call',
    reason: 'harassment',
    message: 'He shouts <b>at</b> everybody.\u0007',
    about: 'Ola  Canary',
    chat: ['canary one', 'canary two'],
    contact: 'kari@example.test',
  }
  const answer = await at.report(sent)
  expect(answer.statusCode).toBe(200)
  expect(answer.cookies).toEqual([])
  const { reference } = answer.json<{ reference: string }>()
  const opened = await at.reports.open(reference)
  if (opened === null) throw new Error('gone')
  expect(opened.report).toMatchObject({ place: 'call', reason: 'harassment', state: 'open' })
  expect([opened.room, opened.message, opened.about, opened.address].map((one) => one && reveal(one))).toEqual([
    'kitchen-table',
    'He shouts <b>at</b> everybody.',
    'Ola  Canary',
    'kari@example.test',
  ])
  expect(opened.chat.map(reveal)).toEqual(['canary one', 'canary two'])
})

test('the word to us has the reference and nothing of what was written', async () => {
  const { reference } = (await at.report({ ...least, message: 'canary-of-the-message' })).json<{ reference: string }>()
  const notice = (await at.mails()).findLast(({ subject }) => subject?.includes(reference))
  expect(notice?.to?.[0]?.address).toBe('post@skole.example')
  expect(`${notice?.text}${notice?.html}`).not.toMatch(/canary|kitchen/)
})

test('what somebody left out is not kept', async () => {
  const { reference } = (await at.report(least)).json<{ reference: string }>()
  const opened = await at.reports.open(reference)
  expect(opened).toMatchObject({ message: null, about: null, address: null, chat: [] })
})

test.each([
  ['nothing', {}],
  ['a field that isn’t there', { ...least, state: 'decided' }],
  ['another number', { ...least, number: '00000-00000' }],
  ['a reason that nobody declared', { ...least, reason: 'constructor' }],
  ['a name that is an object', { ...least, about: { $ne: '' } }],
  ['a message of a megabyte’s tenth', { ...least, message: 'x'.repeat(60_000) }],
  ['fifty-one messages', { ...least, chat: Array.from({ length: 51 }, () => 'x') }],
])('%s is refused', async (_name, body) => {
  const answer = await at.report(body)
  expect([answer.statusCode, answer.json()]).toEqual([400, expect.objectContaining({ error: 'request.invalid' })])
})

test('a card’s number is refused, in a message of the chat too', async () => {
  const answer = await at.report({ ...least, chat: ['pay to 4111 1111 1111 1111'] })
  expect([answer.statusCode, answer.json()]).toEqual([400, expect.objectContaining({ error: 'card.number-refused' })])
})

test('one network sends five at once, and then waits; another isn’t held up by it', async () => {
  const codes = []
  for (let index = 0; index < 7; index += 1) codes.push((await at.report(least, '203.0.113.7')).statusCode)
  expect(codes).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect((await at.report(least, '203.0.113.8')).statusCode).toBe(200)
})

test('row A01: a decision has a reason, which the reporter gets, and a later one takes its place', async () => {
  const { reference } = (await at.report({ ...least, contact: 'per@example.test' })).json<{ reference: string }>()
  const decision = (outcome: 'no-breach' | 'warned', reason: string) =>
    at.reports.decide(reference, { outcome, reason: new Personal(aboutCategory, reason), by: 'operator' })
  expect(await decision('no-breach', 'A name of a place.')).toBe(true)
  await at.later(1)
  expect(await decision('warned', 'We looked again.')).toBe(true)
  const opened = await at.reports.open(reference)
  expect(opened?.report.state).toBe('decided')
  expect(opened?.decisions.map(({ outcome, reason }) => [outcome, reason && reveal(reason)])).toEqual([
    ['no-breach', 'A name of a place.'],
    ['warned', 'We looked again.'],
  ])
  const theirs = (await at.mails()).filter(({ to }) => to?.[0]?.address === 'per@example.test')
  expect(theirs.map(({ text }) => text)).toEqual([
    expect.stringContaining('A name of a place.'),
    expect.stringContaining('We looked again.'),
  ])
})

test('a reference that nobody was given opens and decides nothing', async () => {
  for (const reference of ['', '00000-00000', '../x', '%', "' or 1=1 --"]) {
    expect(await at.reports.open(reference)).toBeNull()
    const reason = new Personal(aboutCategory, 'x')
    expect(await at.reports.decide(reference, { outcome: 'warned', reason, by: 'x' })).toBe(false)
  }
})

test('row A01: half a year after the decision a report is gone, and one that nobody decided after a year and a half', async () => {
  const first = (await at.report(least)).json<{ reference: string }>().reference
  const second = (await at.report(least)).json<{ reference: string }>().reference
  await at.reports.decide(first, { outcome: 'no-breach', reason: new Personal(aboutCategory, 'x'), by: 'x' })
  await at.later(190)
  expect([await at.reports.open(first), (await at.reports.open(second))?.report.state]).toEqual([null, 'open'])
  await at.later(380)
  expect(await at.reports.open(second)).toBeNull()
})
