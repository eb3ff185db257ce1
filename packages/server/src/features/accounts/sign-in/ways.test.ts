import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { everythingKept } from '../../../../test/accounts/rows.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import { codeAt } from '../factors/totp.ts'
import { sessionCookie } from '../personal-data.ts'
import { codeCategory } from '../tables.ts'

let at: AccountInstallation
beforeAll(async () => {
  at = await openAccountInstallation()
})
afterAll(() => at.close())

const isIn = async (browser: Browser) => (await browser.get('/account')).statusCode === 200

async function signIn(browser: Browser, login: string, more: Record<string, string> = {}) {
  at.clock.advance(1_000)
  expect((await browser.post('/sign-in?lang=en', { email: login, ...more })).statusCode).toBe(200)
  const code = login.includes('@') ? await at.codeFor(login) : codeIn(lastSms(login))
  return browser.post('/sign-in/code?lang=en', { email: login, code, ...more })
}

/** The last text message to a number, as its file has it. */
function lastSms(number: string): string {
  const folder = path.join(at.folder, 'outbox')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sms.txt'))
  const texts = files.toSorted().map((name) => readFileSync(path.join(folder, name), 'utf8'))
  return texts.findLast((text) => text.includes(number.replaceAll(' ', ''))) ?? 'no message'
}

function codeIn(text: string): string {
  return /\b\d{6}\b/.exec(text.split('\n\n')[1] ?? '')?.[0] ?? 'no code'
}

test('a phone number makes an account by a code in a text message, and opens it again however it is written', async () => {
  const browser = at.browser()
  expect((await signIn(browser, '+47 912 34 567')).statusCode).toBe(303)
  expect(await isIn(browser)).toBe(true)
  const sms = lastSms('+4791234567')
  // Browsers and phones fill it in by this line.
  expect(sms).toMatch(/\n@skole\.example #\d{6}\n$/)
  expect(sms).toContain('Åsen skole')
  const again = at.browser()
  at.clock.advance(30 * 60_000)
  await again.post('/sign-in', { email: '912 34 567' })
  await again.post('/sign-in/code', { email: '0047 91 23 45 67', code: codeIn(lastSms('+4791234567')) })
  expect(await isIn(again)).toBe(true)
  const rows = await at.database.for('account').selectFrom('account').select('phone_index').execute()
  expect(rows.filter(({ phone_index }) => phone_index !== null)).toHaveLength(1)
  expect(await everythingKept(at)).not.toMatch(/91234567|phone\.invalid/)
  expect([...at.lines, ...at.logged].join('\n')).not.toMatch(/91234567/)
})

test('messages cost money: few to one number, and few from one network, whoever is asked for', async () => {
  const asked = async (browser: Browser, number: string) =>
    (await browser.post('/sign-in', { email: number })).statusCode
  const toOne = []
  for (let turn = 0; turn < 6; turn += 1) toOne.push(await asked(at.browser(), '+4792222222'))
  expect(toOne).toEqual([200, 200, 200, 429, 429, 429])
  const fromOne = []
  const browser = at.browser()
  for (let turn = 0; turn < 7; turn += 1) fromOne.push(await asked(browser, `+479333333${turn}`))
  tried('code guessing', toOne.length + fromOne.length)
  expect(fromOne).toEqual([200, 200, 200, 200, 200, 429, 429])
})

test('who runs things doesn’t come in by a text message, and nobody learns why', async () => {
  const [email, phone] = ['drift@hjem.example', '+4791234588']
  const browser = at.browser()
  await signIn(browser, email)
  await browser.post('/account/phone', { phone })
  await browser.post('/account/phone/code', { phone, code: codeIn(lastSms(phone)) })
  const member = at.browser()
  expect((await signIn(member, phone)).statusCode).toBe(303)
  expect(await isIn(member)).toBe(true)
  const account = await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  const before = await at.accounts.sessions.list(account)
  const taken = at.browser()
  const answer = await signIn(taken, phone)
  tried('a session with less than it needs')
  expect([answer.statusCode, taken.cookies.has(sessionCookie)]).toEqual([422, false])
  expect(answer.body).toContain('This code')
  expect(await at.accounts.sessions.list(account)).toEqual(before)
  const rows = at.database.for('account').selectFrom('account_session').select('id').where('record_id', '=', account)
  expect(await rows.where('ended_at', 'is', null).execute()).toHaveLength(2)
  expect((await signIn(at.browser(), email)).headers.location).toMatch(/^\/sign-in\/factor/)
})

test('a number that has no account gets the same as one that has', async () => {
  await signIn(at.browser(), '+4791234599')
  const answers = []
  for (const number of ['+4791234599', '+4794444444']) {
    at.clock.advance(60 * 60_000)
    tried('finding out who has an account')
    const browser = at.browser()
    const page = await browser.post('/sign-in?lang=en', { email: number })
    const guessed = await browser.post('/sign-in/code?lang=en', { email: number, code: '000000' })
    answers.push([
      page.statusCode,
      page.body.replaceAll(number, 'x'),
      guessed.statusCode,
      guessed.body.replaceAll(number, 'x'),
    ])
  }
  expect(answers[0]).toEqual(answers[1])
})

test.for([
  ['another case', 'SPELT@Hjem.Example', true],
  ['spaces around it', '  spelt@hjem.example ', true],
  ['the domain as people write it', 'spelt@HJEM.example', true],
  ['a letter that only looks like it (Cyrillic е)', 'spеlt@hjem.example', false],
  ['the Kelvin sign, which is k in lower case', '\u212aari@hjem.example', false],
  ['a ligature that mail servers take apart', 'ﬁn@hjem.example', false],
  ['a zero-width joiner', 'spe\u200dlt@hjem.example', false],
  ['a full-width at sign', 'spelt＠hjem.example', false],
  ['two addresses', 'spelt@hjem.example,evil@hjem.example', false],
  ['a header', 'spelt@hjem.example\r\nBcc: evil@hjem.example', false],
  ['a phone number in the clothes of an address', '+4791234567@phone.invalid', false],
] as const)('an address with %s is the same one or none', async ([, written, isSame]) => {
  const browser = at.browser()
  at.clock.advance(60 * 60_000)
  const answer = await browser.post('/sign-in?lang=en', { email: written })
  tried('another spelling of an address')
  expect(answer.statusCode).toBe(isSame ? 200 : 422)
  if (isSame) await browser.post('/sign-in/code', { email: written, code: await at.codeFor('spelt@hjem.example') })
  expect(await isIn(browser)).toBe(isSame)
  const index = at.work.seals.index('account', 'spelt@hjem.example')
  const db = at.database.for('account')
  const rows = await db.selectFrom('account').select('record_id').where('address_index', '=', index).execute()
  expect(rows.length).toBeLessThanOrEqual(1)
})

test('the last of several codes opens the account, and those before open nothing then', async () => {
  const email = 'several@hjem.example'
  const browser = at.browser()
  await browser.post('/sign-in', { email })
  const first = await at.codeFor(email)
  at.clock.advance(1_000)
  await browser.post('/sign-in', { email })
  const last = await at.codeFor(email)
  expect((await browser.post('/sign-in/code', { email, code: last })).statusCode).toBe(303)
  expect((await at.browser().post('/sign-in/code', { email, code: first })).statusCode).toBe(422)
})

test('after signing in one is where one wanted to be, also by way of the second factor', async () => {
  const email = 'onwards@hjem.example'
  const browser = at.browser()
  for (const next of ['/rooms', '/our-kitchen-table', '/m%C3%B8terom'])
    expect((await signIn(browser, email, { next })).headers.location).toBe(`${next}?lang=en`)
  await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  const asked = await signIn(at.browser(), email, { next: '/admin' })
  expect(asked.headers.location).toBe('/sign-in/factor?lang=en&next=%2Fadmin')
})

test('who runs things sets up a second factor the first time, does nothing else before, and never less after', async () => {
  const email = 'runs@hjem.example'
  const account = await at.accounts.roles.makeOperator(new Personal('account', email), 'nb')
  expect(await at.accounts.roles.makeOperator(new Personal('account', email), 'nb')).toBe(account)
  const browser = at.browser()
  expect((await signIn(browser, email)).headers.location).toBe('/sign-in/factor?lang=en')
  for (const url of ['/account', '/account/security'])
    expect((await browser.get(url)).headers.location).toMatch(/factor/)
  const choice = await browser.get('/sign-in/factor?lang=en&next=%2Fadmin')
  expect(choice.body).toContain('Secure your account')
  const app = await browser.post('/sign-in/factor/app?lang=en', { next: '/admin' })
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(app.body)?.[1]?.replaceAll(' ', '') ?? 'no secret'
  const half = browser.cookies.get(sessionCookie)
  const wrong = await browser.post('/sign-in/factor/app/confirm?lang=en', { code: '000000', next: '/admin' })
  expect([wrong.statusCode, await isIn(browser)]).toEqual([422, false])
  const step = Math.floor(at.clock.now().getTime() / 30_000)
  const done = await browser.post('/sign-in/factor/app/confirm?lang=en', { code: codeAt(secret, step), next: '/admin' })
  expect(done.body).toContain('href="/admin?lang=en"')
  const [code = ''] = [...done.body.matchAll(/<code>([\dA-Z]{5}-[\dA-Z]{5})<\/code>/g)].map(([, one = '']) => one)
  expect(browser.cookies.get(sessionCookie)).not.toBe(half)
  expect(await isIn(browser)).toBe(true)

  // Who reads the mail later gets no factor of their own in its place.
  const thief = at.browser()
  await signIn(thief, email)
  expect((await thief.get('/sign-in/factor?lang=en')).body).toContain('One more step')
  for (const url of [
    '/sign-in/factor/app',
    '/sign-in/factor/app/confirm',
    '/sign-in/factor/passkey/ask',
    '/sign-in/factor/passkey',
  ])
    expect((await thief.post(url, { code: codeAt(secret, step) })).headers.location).toMatch(/^\/sign-in\/factor/)
  expect(await isIn(thief)).toBe(false)
  // Nobody is locked out: a recovery code is a factor, too.
  expect((await thief.post('/sign-in/factor', { code })).statusCode).toBe(303)
  expect(await isIn(thief)).toBe(true)
})

test('who gets a role is asked for a second factor in the sessions that they have', async () => {
  const email = 'promoted@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  expect(await isIn(browser)).toBe(true)
  await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  expect((await browser.get('/account')).headers.location).toMatch(/^\/sign-in\/factor/)
})

test('an account that is locked away says so to who shows that it is theirs, and to nobody else', async () => {
  const email = 'locked@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  const index = at.work.seals.index('account', email)
  const found = await at.database
    .for('account')
    .selectFrom('account')
    .select('record_id')
    .where('address_index', '=', index)
    .executeTakeFirst()
  const record = found?.record_id ?? 'no account'
  await at.database.for('storage').updateTable('record').set({ state: 'restricted' }).where('id', '=', record).execute()
  expect(await isIn(browser)).toBe(false)
  const stranger = at.browser()
  expect((await stranger.post('/sign-in', { email })).statusCode).toBe(200)
  expect((await stranger.post('/sign-in/code', { email, code: '000000' })).statusCode).toBe(422)
  const answer = await signIn(at.browser(), email)
  expect([answer.statusCode, answer.body.includes('Your account is locked away')]).toEqual([403, true])
  const records = await at.database
    .for('storage')
    .selectFrom('record')
    .select('id')
    .where('kind', '=', 'account')
    .execute()
  const accounts = await at.database.for('storage').selectFrom('account').select('record_id').execute()
  expect(records).toHaveLength(accounts.length)
})

test('a header that names another network gives no new tries where no proxy is believed', async () => {
  // The installation believes 127.0.0.1; whoever comes past it is seen as who they are.
  const statuses = []
  for (let turn = 0; turn < 30; turn += 1) {
    const answer = await at.server.inject({
      method: 'POST',
      url: '/sign-in',
      remoteAddress: '203.0.113.9',
      payload: `email=spray${turn}%40hjem.example`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        host: 'skole.example',
        'x-forwarded-for': `198.51.100.${turn}`,
        forwarded: `for=198.51.100.${turn}`,
        'x-real-ip': `198.51.100.${turn}`,
      },
    })
    statuses.push(answer.statusCode)
  }
  tried('code guessing', statuses.length)
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(21)
  expect(statuses.at(-1)).toBe(429)
})

test('codes of many are tried from one network only so often', async () => {
  const browser = at.browser()
  const statuses: number[] = []
  for (let turn = 0; turn < 25; turn += 1) {
    const answer = await browser.post('/sign-in/code', { email: `sprayed${turn}@hjem.example`, code: '123456' })
    statuses.push(answer.statusCode)
  }
  tried('code guessing', statuses.length)
  expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(21)
  expect(statuses.at(-1)).toBe(429)
})

test('who has the database and its keys has no code', async () => {
  const email = 'insider@hjem.example'
  await at.browser().post('/sign-in', { email })
  const code = await at.codeFor(email)
  const rows = await at.database.for('account').selectFrom('sign_in_code').selectAll().execute()
  const opener = await at.work.seals.forOpening(
    rows.map(({ record_id }) => record_id),
    [codeCategory],
  )
  const opened = rows.flatMap(({ record_id: record, value }) =>
    value === null
      ? []
      : [reveal(opener.open({ table: 'sign_in_code', column: 'value', record, category: codeCategory }, value))],
  )
  expect(opened.length).toBeGreaterThan(0)
  const hash = createHash('sha256').update(code)
  for (const canary of [code, hash.copy().digest('base64url'), hash.copy().digest('hex')])
    expect(opened.join(' ')).not.toContain(canary)
})

test('a code that is over opens nothing', async () => {
  const email = 'over@hjem.example'
  const browser = at.browser()
  await browser.post('/sign-in', { email })
  const code = await at.codeFor(email)
  const rows = at.database.for('account').updateTable('sign_in_code')
  await rows
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('used_at', 'is', null)
    .execute()
  expect((await browser.post('/sign-in/code', { email, code })).statusCode).toBe(422)
})
