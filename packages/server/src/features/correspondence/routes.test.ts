import formBody from '@fastify/formbody'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openLetterInstallation } from '../../../test/correspondence/installation.ts'
import { createTestHttpServer, type TestHttpServer } from '../../../test/http/test-http-server.ts'
import { createAddressPace } from '../../platform/http/address-pace.ts'
import { createErrorPage, createPages } from '../pages/index.ts'
import { correspondenceRoutes, registerCorrespondenceRoutes } from './routes.ts'
import type { Writers } from './writers.ts'

let at: Awaited<ReturnType<typeof openLetterInstallation>>
let site: TestHttpServer
beforeAll(async () => {
  at = await openLetterInstallation()
})
beforeEach(async () => {
  site = await serve(at.writers)
})
afterAll(() => at.close())

const pages = createPages({ footer: [] })
const burst = 5

async function serve(writers: Writers | null): Promise<TestHttpServer> {
  const made = createTestHttpServer(correspondenceRoutes, { errorPage: createErrorPage(pages) })
  await made.server.register(formBody)
  const pace = createAddressPace({ burst, perSecond: 0.1 }, at.clock)
  registerCorrespondenceRoutes(made.server, { pages, writers, pace, timeZone: 'Europe/Oslo' })
  await made.server.ready()
  return made
}

const accept = { accept: 'text/html' }
const get = (url: string) => site.server.inject({ url, headers: accept })
const post = (url: string, fields: Record<string, string>) =>
  site.server.inject({
    method: 'POST',
    url,
    headers: { ...accept, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const tickets = async () => (await at.desk.list(null, 1_000)).length

let people = 0
async function tokenFor(message: string): Promise<string> {
  const email = `ola${(people += 1)}@hjem.example`
  expect((await post('/contact?lang=en', { email, message })).statusCode).toBe(200)
  const mail = (await at.mails()).findLast(({ to }) => to?.[0]?.address === email)
  return /thread\?t=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'no link'
}

test('what people write is shown as text, on their page and beside what is wrong', async () => {
  const nasty = '<script>alert(1)</script> & "quoted" \' </textarea>'
  const token = await tokenFor(nasty)
  const thread = await get(`/contact/thread?t=${token}&lang=en`)
  expect(thread.statusCode).toBe(200)
  expect(thread.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;')
  const again = await post('/contact?lang=en', { email: '"><b>', name: nasty, message: nasty })
  expect(again.statusCode).toBe(422)
  for (const { body } of [thread, again]) expect(body).not.toMatch(/<script|<b>|quoted" '/)
  expect((await get(`/contact/thread?t=${encodeURIComponent('"><script>')}`)).body).not.toContain('<script')
})

test.for([
  ['no address', { email: '', message: 'Hi' }, 'email-wrong'],
  ['two addresses', { email: 'a@b.example, c@d.example', message: 'Hi' }, 'email-wrong'],
  ['an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example', message: 'Hi' }, 'email-wrong'],
  ['no message', { email: 'a@b.example', message: ' \r\n ' }, 'message-wrong'],
  ['a message that is too long', { email: 'a@b.example', message: 'x'.repeat(10_001) }, 'message-wrong'],
  ['a card number', { email: 'a@b.example', message: 'Card 4111 1111 1111 1111' }, 'message-wrong'],
  ['a card number as a name', { email: 'a@b.example', name: '4111111111111111', message: 'Hi' }, 'name-wrong'],
  ['a card number as an address', { email: '4111111111111111@b.example', message: 'Hi' }, 'email-wrong'],
] as const)('%s is told beside its field, and nothing is kept', async ([, fields, wrong]) => {
  const before = await tickets()
  const answer = await post('/contact?lang=en', fields)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`id="${wrong}"`)
  expect(await tickets()).toBe(before)
})

test('a card number where the form has no field stays refused at the border', async () => {
  const before = await tickets()
  const answer = await post('/contact?lang=en', { email: 'a@b.example', message: 'Hi', website: '4111111111111111' })
  expect(answer.statusCode).toBe(400)
  expect(await tickets()).toBe(before)
})

test('a message of lines may have as many characters as it says, however a browser sends its lines', async () => {
  const lines = Array.from({ length: 5_000 }, () => 'x').join('\r\n')
  expect((await post('/contact', { email: 'lang@hjem.example', message: lines })).statusCode).toBe(200)
})

test('a program that fills in everything hears what people hear, and nothing is kept', async () => {
  const before = await tickets()
  const answer = await post('/contact?lang=en', { email: 'a@b.example', message: 'Hi', website: 'x' })
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toMatch(/Its reference is: <strong class="reference">[\dA-Z]{5}-[\dA-Z]{5}</)
  expect(await tickets()).toBe(before)
})

test('too many from one network are asked to wait, and keep what they wrote', async () => {
  const fields = (turn: number) => ({ email: `mange${turn}@hjem.example`, message: 'Viktig' })
  for (let turn = 0; turn < burst; turn += 1) expect((await post('/contact', fields(turn))).statusCode).toBe(200)
  const answer = await post('/contact?lang=en', fields(burst))
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('>Viktig</textarea>')
})

test('the page of a conversation takes more, asks before it deletes, and is gone then', async () => {
  const token = await tokenFor('Hei')
  const more = await post('/contact/thread?lang=en', { t: token, message: 'Og en ting til' })
  expect(more.statusCode).toBe(303)
  expect((await get(String(more.headers.location))).body).toContain('Og en ting til')
  const card = await post('/contact/thread?lang=en', { t: token, message: '4111 1111 1111 1111' })
  expect([card.statusCode, card.body.includes('id="message-wrong"')]).toEqual([422, true])
  expect((await get(`/contact/thread/delete?t=${token}`)).statusCode).toBe(200)
  expect((await get(`/contact/thread?t=${token}`)).statusCode).toBe(200)
  expect((await post('/contact/thread/delete', { t: token })).statusCode).toBe(200)
  for (const url of [`/contact/thread?t=${token}`, `/contact/thread/delete?t=${token}`])
    expect((await get(url)).statusCode).toBe(410)
  for (const url of ['/contact/thread', '/contact/thread/delete'])
    expect((await post(url, { t: token, message: 'Hei igjen' })).statusCode).toBe(410)
})

test('no word of a letter and no link reaches the log, and pages with it are not kept or found', async () => {
  const token = await tokenFor('Kanarifugl')
  const { headers } = await get(`/contact/thread?t=${token}`)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  })
  expect([...site.logged, ...at.lines].join()).not.toMatch(/kanarifugl|hjem\.example|thread\?t=/i)
})

test('under a policy that takes no letters nothing is at these addresses', async () => {
  site = await serve(null)
  expect((await get('/contact')).statusCode).toBe(404)
  expect((await get('/contact/thread?t=x')).statusCode).toBe(404)
  expect((await post('/contact', { email: 'a@b.example', message: 'Hi' })).statusCode).toBe(404)
  expect((await post('/contact', { email: 'a@b.example', message: '4111 1111 1111 1111' })).statusCode).toBe(404)
})
