import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFactor, codeFor, signIn, type Somebody } from '../whole/people.ts'
import { openWholeServer, type WholeServer } from '../whole/whole-server.ts'

let whole: WholeServer
let operator: Somebody
let other: Somebody
let kari: Somebody

beforeAll(async () => {
  whole = await openWholeServer()
  const { operators } = whole.commands
  for (const address of ['drift@skole.example', 'vakt@skole.example']) await operators?.make(address, 'en')
  operator = await signIn(whole, 'drift@skole.example')
  await addFactor(operator, '/sign-in/factor/app')
  other = await signIn(whole, 'vakt@skole.example')
  await addFactor(other, '/sign-in/factor/app')
  kari = await signIn(whole, 'kari@hjem.example')
}, 300_000)
afterAll(() => whole.close())

const script = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

/** Sends a report; gives its reference. */
async function report(fields: object): Promise<string> {
  const answer = await whole
    .browser()
    .json('/api/v1/reports', { room: 'rom', where: 'call', reason: 'other', ...fields })
  return String(JSON.parse(answer.body).reference)
}

test('row A01: a report is decided with a reason; what was written in it runs nowhere', async () => {
  const reference = await report({ message: script, about: script, chat: [script], room: script })
  const { browser } = operator
  const page = await browser.get(`/admin/reports/${reference}?lang=en`)
  expect([page.statusCode, page.body.includes('<script>alert'), page.body.includes('<img src=x')]).toEqual([
    200,
    false,
    false,
  ])
  expect(page.body).toContain('&lt;script&gt;')
  const unreasoned = await browser.post(`/admin/reports/${reference}/decide`, { outcome: 'warned', reason: ' ' })
  expect(unreasoned.statusCode).toBe(422)
  const decided = await browser.post(`/admin/reports/${reference}/decide`, { outcome: 'warned', reason: script })
  expect(decided.statusCode).toBe(303)
  const log = await browser.get('/admin/audit?lang=en')
  expect(log.body).toContain('decided a report')
  expect(log.body).not.toContain('<script>alert')
})

test.each([
  '/admin/reports/00000-00000',
  '/admin/reports/..%2f..%2faccount',
  '/admin/privacy/requests/00000-00000',
  "/admin/privacy/requests/'%20or%201=1",
  '/admin/privacy/breaches/00000000-0000-7000-8000-000000000000',
])('what isn’t there is nothing: %s', async (path) => {
  expect((await operator.browser.get(path)).statusCode).toBe(404)
})

test.each(['constructor', '__proto__', 'toString', 'erase', 'export'])('no desk has the deed %s', async (deed) => {
  for (const path of ['holds', 'breaches', 'disclosures', 'policy'])
    expect((await operator.browser.post(`/admin/privacy/${path}/${deed}`)).statusCode).toBe(404)
  expect((await operator.browser.post(`/admin/mail/${deed}`)).statusCode).toBe(404)
})

test('another site’s form does nothing, whoever is signed in', async () => {
  const reference = await report({})
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const fields = { outcome: 'no-breach', reason: 'x' }
  const answer = await operator.browser.post(`/admin/reports/${reference}/decide`, fields, headers)
  expect(answer.statusCode).toBe(403)
  expect((await operator.browser.get(`/admin/reports/${reference}?lang=en`)).body).not.toContain('<h2>Decisions</h2>')
})

test('a form’s own fields reach the command, and no others', async () => {
  const answer = await operator.browser.post('/admin/privacy/breaches/report', {
    'aware-at': '2026-11-22T08:00',
    kind: ['confidentiality', 'availability'],
    risk: 'risk',
    what: 'A laptop was lost.',
    tables: 'account',
    language: 'en; drop table breach',
    id: 'chosen-by-me',
    dueAt: '2099-01-01',
  })
  expect(answer.statusCode).toBe(303)
  const list = await operator.browser.get('/admin/privacy/breaches?lang=en')
  const [id = ''] = /\/admin\/privacy\/breaches\/[\w-]{36}/.exec(list.body) ?? []
  const page = await operator.browser.get(`${id}?lang=en`)
  expect(page.body).toContain('A laptop was lost.')
  expect(page.body).toContain('confidentiality, availability')
  expect(page.body).not.toContain('2099')
  // 08:00 in Oslo, in winter; 72 hours later.
  expect(page.body).toContain('2026-11-25T07:00:00.000Z')
})

test('rows N08, A10: an account is opened with a reason alone, which its person then reads', async () => {
  const without = await operator.browser.post('/admin/people/find', { address: kari.address, why: '' })
  expect([without.statusCode, without.body.includes('<dd>kari@hjem.example')]).toEqual([422, false])
  const why = 'She wrote that no mail came'
  const opened = await operator.browser.post('/admin/people/find', { address: kari.address, why })
  expect(opened.body).toContain('<dd>kari@hjem.example')
  expect((await kari.browser.get('/account/privacy?lang=en')).body).toContain(why)
  expect((await kari.browser.get('/account/privacy?lang=en')).body).not.toContain('drift@skole.example')
})

test('an account that has a phone number alone is found by it, however it is written', async () => {
  const phone = '+4791234560'
  const browser = whole.browser()
  await browser.post('/sign-in', { email: phone })
  await browser.post('/sign-in/code', { email: phone, code: await codeFor(whole, `${phone}@sms.invalid`) })
  for (const address of [phone, '0047 912 34 560', ` ${kari.address.toUpperCase()} `]) {
    const { body } = await operator.browser.post('/admin/people/find', { address, why: 'A report' })
    expect(body).toContain(`<dd>${address.includes('@') ? kari.address : phone}`)
    expect(body).toMatch(/name="target" value="[\w-]{36}"/)
  }
  const unknown = await operator.browser.post('/admin/people/find?lang=en', { address: '+4791234561', why: 'A report' })
  expect([unknown.statusCode, unknown.body.includes('Nothing has this address, number or name.')]).toEqual([422, true])
})

test('row N10: whoever’s account is closed is told why, keeps their rights, and appeals; another operator decides', async () => {
  const found = await operator.browser.post('/admin/people/find', { address: kari.address, why: 'A report' })
  const target = /name="target" value="([\w-]+)"/.exec(found.body)?.[1] ?? ''
  const place = (fields: Record<string, string>) => operator.browser.post('/admin/suspensions/place', fields)
  expect((await place({ kind: 'account', target, reason: '' })).statusCode).toBe(422)
  expect((await place({ kind: 'account', target: 'nobody', reason: 'x' })).statusCode).toBe(404)
  expect((await place({ kind: 'account', target, reason: `Threats. ${script}` })).statusCode).toBe(303)

  const sent = await kari.browser.get('/rooms?lang=en')
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringContaining('/appeal')])
  const why = await kari.browser.get('/appeal?lang=en')
  expect(why.body).toContain('Threats.')
  expect(why.body).not.toContain('<script>alert')
  expect((await kari.browser.get('/account?lang=en')).statusCode).toBe(200)
  expect((await kari.browser.post('/rooms/new', { name: 'nytt', owner: 'me', tag: '' })).headers.location).toContain(
    '/appeal',
  )

  expect((await kari.browser.post('/appeal', { text: 'It was my brother.' })).statusCode).toBe(303)
  await kari.browser.post('/appeal', { text: 'Once more.' })
  const page = await operator.browser.get('/admin/suspensions?lang=en')
  expect([page.body.includes('It was my brother.'), page.body.includes('Once more.')]).toEqual([true, false])
  const action = /\/admin\/suspensions\/[\w-]+\/appeal/.exec(page.body)?.[0] ?? ''
  const decision = { outcome: 'granted', reason: 'We believe you.' }
  expect((await operator.browser.post(action, decision)).statusCode).toBe(422)
  expect((await other.browser.post(action, decision)).statusCode).toBe(303)
  expect((await kari.browser.get('/rooms?lang=en')).statusCode).toBe(200)
  expect((await other.browser.post(action, decision)).statusCode).toBe(404)
})

test('a closed operator runs nothing, and nobody closes themselves', async () => {
  const find = (address: string) => operator.browser.post('/admin/people/find', { address, why: 'Left us' })
  const targetIn = (body: string) => /name="target" value="([\w-]+)"/.exec(body)?.[1] ?? ''
  const self = targetIn((await find(operator.address)).body)
  const own = await operator.browser.post('/admin/suspensions/place', { kind: 'account', target: self, reason: 'x' })
  expect(own.statusCode).toBe(422)
  const target = targetIn((await find(other.address)).body)
  await operator.browser.post('/admin/suspensions/place', { kind: 'account', target, reason: 'Left us' })
  const answer = await other.browser.get('/admin')
  expect(answer.headers.location).toContain('/appeal')
  expect(
    (await other.browser.post('/admin/suspensions/place', { kind: 'account', target: self, reason: 'x' })).headers
      .location,
  ).toContain('/appeal')

  // Nobody else is left to decide what they closed.
  const closed = targetIn((await find(kari.address)).body)
  await operator.browser.post('/admin/suspensions/place', { kind: 'account', target: closed, reason: 'Threats.' })
  await kari.browser.post('/appeal', { text: 'It was my brother again.' })
  const page = (await operator.browser.get('/admin/suspensions?lang=en')).body
  const action = /\/admin\/suspensions\/[\w-]+\/appeal/.exec(page)?.[0] ?? ''
  const decision = { outcome: 'granted', reason: 'We believe you.' }
  expect((await operator.browser.post(action, decision)).statusCode).toBe(303)
  expect((await kari.browser.get('/rooms?lang=en')).statusCode).toBe(200)
})

test('the last operator can’t be removed, and what isn’t one isn’t', async () => {
  const { operators } = whole.commands
  expect(await operators?.remove('kari@hjem.example')).toBe('unknown')
  expect(
    await Promise.all([operators?.remove('vakt@skole.example'), operators?.remove('drift@skole.example')]),
  ).toEqual(['removed', 'last'])
  expect(await operators?.all()).toEqual([{ address: 'drift@skole.example', canSignIn: true }])
})
