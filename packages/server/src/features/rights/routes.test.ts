import formBody from '@fastify/formbody'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestHttpServer, type TestHttpServer } from '../../../test/http/test-http-server.ts'
import { openRightsInstallation, type RightsInstallation } from '../../../test/rights/installation.ts'
import { createAddressPace } from '../../platform/http/address-pace.ts'
import { createErrorPage, createPages } from '../pages/index.ts'
import { rightKinds } from './kinds.ts'
import type { Rights } from './rights.ts'
import { registerRightsRoutes, rightsRoutes } from './routes.ts'

let at: RightsInstallation
let site: TestHttpServer
beforeAll(async () => {
  at = await openRightsInstallation()
})
beforeEach(async () => {
  site = await serve(at.rights)
})
afterAll(() => at.close())

const pages = createPages({ footer: [] })
const burst = 5

async function serve(rights: Rights | null): Promise<TestHttpServer> {
  const made = createTestHttpServer(rightsRoutes, { errorPage: createErrorPage(pages) })
  await made.server.register(formBody)
  const pace = createAddressPace({ burst, perSecond: 0.1 }, at.clock)
  registerRightsRoutes(made.server, { pages, rights, policy: at.policy, pace })
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
const claims = async () =>
  (await at.database.for('rights').selectFrom('rights_claim').select('record_id').execute()).length

let people = 0
const someone = () => `per${(people += 1)}@hjem.example`

/** Asks by the form; gives the token of the mail. */
async function ask(right: string, email = someone(), wish = ''): Promise<string> {
  expect((await post('/rights?lang=en', { right, email, wish })).statusCode).toBe(200)
  return at.linkTo(email, 'confirm')
}

test.for(['en', 'nb', 'sv'] as const)(
  'rows G10, G13: the form says in %s what can be asked for, that it costs nothing, and where one can complain',
  async (language) => {
    const { statusCode, body, headers } = await get(`/rights?lang=${language}`)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    for (const kind of rightKinds) expect(body).toContain(`value="${kind}"`)
    expect(body).toContain(language === 'sv' ? 'www.imy.se' : 'www.datatilsynet.no')
    expect(body).not.toContain('<script')
    expect(body).toContain({ en: 'costs nothing', nb: 'koster ingenting', sv: 'kostar inget' }[language])
    expect(body).not.toContain('undefined')
  },
)

test('row G11: an address that is known and one that isn’t get the same answer, and a mail each', async () => {
  const [known, unknown] = [someone(), someone()]
  await at.write(known, 'Hei')
  const answers = []
  for (const email of [known, unknown]) {
    const { statusCode, headers, body } = await post('/rights?lang=en', { right: 'access', email })
    const { date: _date, ...told } = headers
    answers.push({ statusCode, told, body })
  }
  expect(answers[0]).toEqual(answers[1])
  for (const email of [known, unknown]) expect(await at.linkTo(email, 'confirm')).not.toBe('no link')
})

test.for([
  ['nothing chosen', { email: 'a@b.example' }, 'right-wrong'],
  ['a right that there isn’t', { right: 'everything', email: 'a@b.example' }, 'right-wrong'],
  ['no address', { right: 'access', email: '' }, 'email-wrong'],
  ['two addresses', { right: 'access', email: 'a@b.example, c@d.example' }, 'email-wrong'],
  ['an address with a line break', { right: 'access', email: 'a@b.example\r\nBcc: c@d.example' }, 'email-wrong'],
  ['nothing to correct', { right: 'rectification', email: 'a@b.example', wish: ' ' }, 'wish-wrong'],
  ['too long a text', { right: 'access', email: 'a@b.example', wish: 'x'.repeat(10_001) }, 'wish-wrong'],
  ['a card number', { right: 'access', email: 'a@b.example', wish: '4111 1111 1111 1111' }, 'wish-wrong'],
] as const)('%s is told beside its field, and nothing is kept', async ([, fields, wrong]) => {
  const before = await claims()
  const answer = await post('/rights?lang=en', fields)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`id="${wrong}"`)
  expect(await claims()).toBe(before)
})

test('a program that fills in everything hears what people hear, and nothing is kept', async () => {
  const before = await claims()
  const trapped = await post('/rights?lang=en', { right: 'access', email: someone(), website: 'x' })
  const real = await post('/rights?lang=en', { right: 'access', email: someone() })
  expect([trapped.statusCode, trapped.body]).toEqual([real.statusCode, real.body])
  expect(await claims()).toBe(before + 1)
})

test('too many from one network are asked to wait, and keep what they wrote', async () => {
  for (let turn = 0; turn < burst; turn += 1) await ask('access')
  const answer = await post('/rights?lang=en', { right: 'erasure', email: someone(), wish: 'Viktig' })
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('>Viktig</textarea>')
})

test('what people write is shown as text on each page', async () => {
  const nasty = '<script>alert(1)</script> & "quoted" \' </textarea>'
  const token = await ask('rectification', someone(), nasty)
  const confirm = await get(`/rights/confirm?t=${token}&lang=en`)
  const proved = await post('/rights/confirm?lang=en', { t: token })
  const page = await get(String(proved.headers.location))
  for (const { body } of [confirm, page]) {
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;')
    expect(body).not.toContain('<script')
  }
  expect((await get(`/rights/case?t=${encodeURIComponent('"><script>')}`)).body).not.toContain('<script')
})

test('opening a link changes nothing, however often: only the button does, once', async () => {
  const token = await ask('access')
  for (let turn = 0; turn < 3; turn += 1) expect((await get(`/rights/confirm?t=${token}`)).statusCode).toBe(200)
  const before = await claims()
  const [first, second] = [await post('/rights/confirm', { t: token }), await post('/rights/confirm', { t: token })]
  expect([first.statusCode, second.statusCode]).toEqual([303, 410])
  expect(await claims()).toBe(before - 1)
  expect((await get(`/rights/confirm?t=${token}`)).statusCode).toBe(410)
  const page = await get(String(first.headers.location))
  expect(page.headers['x-robots-tag']).toBe('noindex')
  const fetch = /action="\/rights\/fetch[^]*?name="t" value="([\w-]+)"/.exec(page.body)?.[1] ?? ''
  const file = await post('/rights/fetch', { t: fetch })
  expect(file.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' })
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="samtale-[\dA-Z-]+\.zip"$/)
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await get(`/rights/fetch?t=${fetch}`)).statusCode).toBe(404)
})

test('a kind that needs a choice asks for it, and again where it is missing', async () => {
  const token = await ask('restriction')
  const without = await post('/rights/confirm?lang=en', { t: token })
  expect([without.statusCode, without.body.includes('id="scope-wrong"')]).toEqual([422, true])
  expect((await post('/rights/confirm?lang=en', { t: token, scope: '18-1-a' })).statusCode).toBe(303)
})

test('row G09: a yes is taken back with one press, and the page says so', async () => {
  const email = someone()
  await at.subscribe(email)
  const proved = await post('/rights/confirm?lang=en', { t: await ask('withdrawal', email) })
  const url = String(proved.headers.location)
  const page = await get(url)
  expect(page.body).toContain('Take back: Newsletter')
  const token = /[?&]t=([\w-]+)/.exec(url)?.[1] ?? ''
  expect((await post('/rights/withdraw?lang=en', { t: token, consent: 'newsletter' })).statusCode).toBe(303)
  expect((await get(url)).body).toContain('Your yes is taken back: Newsletter')
  expect((await post('/rights/withdraw', { t: 'x', consent: 'newsletter' })).statusCode).toBe(410)
})

test('row G03: the certificate of an erasure is a file behind the link', async () => {
  const email = someone()
  await at.write(email, 'Hei')
  const proved = await post('/rights/confirm?lang=en', { t: await ask('erasure', email) })
  const page = await get(String(proved.headers.location))
  const link = /href="(\/rights\/certificate\?t=[\w-]+)"/.exec(page.body)?.[1] ?? ''
  const file = await get(link)
  expect(file.headers['content-type']).toContain('application/json')
  expect(file.json()).toMatchObject({ format: 'samtale erasure certificate 1' })
  expect((await get('/rights/certificate?t=x')).statusCode).toBe(410)
})

test('links that are none lead to a page that says so', async () => {
  for (const url of [
    '/rights/confirm',
    '/rights/case',
    '/rights/case?t=x',
    '/rights/new-address?t=x',
    '/rights/certificate',
  ])
    expect((await get(url)).statusCode).toBe(410)
  for (const url of ['/rights/confirm', '/rights/fetch', '/rights/withdraw', '/rights/new-address'])
    expect((await post(url, { t: 'x' })).statusCode).toBe(410)
})

test('while the policy takes no requests, nothing is there', async () => {
  site = await serve(null)
  for (const url of ['/rights', '/rights/case', '/rights/confirm']) expect((await get(url)).statusCode).toBe(404)
  expect((await post('/rights', { right: 'access', email: someone() })).statusCode).toBe(404)
})
