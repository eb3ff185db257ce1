import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { everythingKept, rowsOf } from '../../../../test/accounts/rows.ts'
import { sessionCookie } from '../personal-data.ts'
import { codeAt } from '../factors/totp.ts'

let at: AccountInstallation
const fetched = vi.spyOn(globalThis, 'fetch')
beforeAll(async () => {
  at = await openAccountInstallation()
})
afterAll(() => at.close())

async function signIn(browser: Browser, email: string, more: Record<string, string> = {}) {
  // So that the last mail is known by its time.
  at.clock.advance(1_000)
  expect((await browser.post('/sign-in?lang=en', { email, ...more })).statusCode).toBe(200)
  return browser.post('/sign-in/code?lang=en', { email, code: await at.codeFor(email), ...more })
}

test('a code in a mail makes an account, and the next one opens it again', async () => {
  const browser = at.browser()
  const first = await signIn(browser, 'ola@hjem.example')
  expect(first.statusCode).toBe(303)
  expect(first.headers.location).toBe('/account?lang=en')
  const set = first.cookies.find(({ name }) => name === sessionCookie)
  // For this host alone: no site beside it can set or replace it.
  expect(sessionCookie).toMatch(/^__Host-/)
  expect(set).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
  const page = await browser.get('/account?lang=en')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('ola@hjem.example')
  const other = at.browser()
  await signIn(other, 'OLA@hjem.example')
  expect((await other.get('/account/devices?lang=en')).body).toContain('Sign out all others')
})

test('of an account nothing can be read in the database or in the log', async () => {
  const browser = at.browser()
  const email = 'canary-address@hjem.example'
  await signIn(browser, email)
  const code = await at.codeFor(email)
  await browser.post('/account/profile?lang=en', { name: 'Canary Canarysen', language: 'en', theme: 'dark' })
  const token = decodeURIComponent(browser.cookies.get(sessionCookie) ?? '').split('.')[0] ?? 'no token'
  expect(token.length).toBeGreaterThan(20)
  expect((await browser.get('/account?lang=en')).body).toContain('Canary Canarysen')
  const secret = await setUpFactor(browser)
  const kept = await everythingKept(at)
  expect(kept).toMatch(/"account_session":\[\{/)
  const canaries = [email, 'canary-address', 'Canary', code, token, secret, 'CanaryAgent', browser.address]
  for (const canary of canaries) expect(kept).not.toContain(canary)
  for (const canary of canaries) expect([...at.lines, ...at.logged].join('\n')).not.toContain(canary)
})

test('whoever asks for a code learns nothing about accounts', async () => {
  await signIn(at.browser(), 'known@hjem.example')
  const answers = []
  for (const email of ['known@hjem.example', 'stranger@hjem.example']) {
    const browser = at.browser()
    const asked = await browser.post('/sign-in?lang=en', { email })
    const guessed = await browser.post('/sign-in/code?lang=en', { email, code: '000000' })
    const plain = (body: string) => body.replaceAll(email, 'x')
    tried('finding out who has an account')
    answers.push([asked.statusCode, plain(asked.body), guessed.statusCode, plain(guessed.body), guessed.cookies])
  }
  expect(answers[0]).toEqual(answers[1])
  const subjects = (await at.mails()).filter(({ to }) => /known|stranger/.test(to?.[0]?.address ?? ''))
  expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(1)
  const mailsTo = (name: string) => subjects.filter(({ to }) => to?.[0]?.address === `${name}@hjem.example`).length
  expect([mailsTo('known'), mailsTo('stranger')]).toEqual([2, 1])
})

test('a code is tried three times, works once, and a new network address gives no new tries', async () => {
  const email = 'guess@hjem.example'
  const owner = at.browser()
  await owner.post('/sign-in?lang=en', { email })
  const right = await at.codeFor(email)
  const wrong = right === '111111' ? '222222' : '111111'
  for (let turn = 0; turn < 3; turn += 1)
    expect((await at.browser().post('/sign-in/code?lang=en', { email, code: wrong })).statusCode).toBe(422)
  expect((await owner.post('/sign-in/code?lang=en', { email, code: right })).statusCode).toBe(422)
  tried('code guessing', 4)

  const again = await signIn(owner, email)
  expect(again.statusCode).toBe(303)
  const used = await at.codeFor(email)
  expect((await at.browser().post('/sign-in/code?lang=en', { email, code: used })).statusCode).toBe(422)

  const statuses: number[] = []
  for (let turn = 0; turn < 20; turn += 1)
    statuses.push((await at.browser().post('/sign-in/code?lang=en', { email, code: wrong })).statusCode)
  tried('code guessing', 21)
  expect(statuses).toContain(429)
})

test('codes are sent to one address only so often, whoever asks', async () => {
  const statuses: number[] = []
  for (let asked = 0; asked < 8; asked += 1)
    statuses.push((await at.browser().post('/sign-in?lang=en', { email: 'flood@hjem.example' })).statusCode)
  tried('code guessing', 8)
  expect(statuses.filter((status) => status === 200)).toHaveLength(5)
  expect(statuses.at(-1)).toBe(429)
})

test('tried at the same moment, a code lets one in', async () => {
  const email = 'race@hjem.example'
  // With an account already: of those who make one at the same moment, the database lets one.
  await signIn(at.browser(), email)
  at.clock.advance(1_000)
  await at.browser().post('/sign-in?lang=en', { email })
  const code = await at.codeFor(email)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => at.browser().post('/sign-in/code?lang=en', { email, code })),
  )
  tried('code guessing', 5)
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
})

test('signing in gives a new session, whatever the browser came with', async () => {
  const email = 'fixed@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  const planted = browser.cookies.get(sessionCookie) ?? ''
  await signIn(browser, email)
  expect(browser.cookies.get(sessionCookie)).not.toBe(planted)
  const attacker = at.browser()
  attacker.cookies.set(sessionCookie, planted)
  expect((await attacker.get('/account')).statusCode).toBe(303)
  tried('session fixation', 2)
  attacker.cookies.set(sessionCookie, 'chosen.by-me')
  expect((await attacker.get('/account')).statusCode).toBe(303)
})

test.for([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
  ['another origin, in a browser without Fetch Metadata', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
  ['nobody says from where', { 'sec-fetch-site': '' }],
] as const)('a form that %s sends is refused', async ([, headers]) => {
  const browser = at.browser()
  await signIn(browser, 'csrf@hjem.example')
  for (const url of [
    '/sign-in',
    '/sign-in/code',
    '/account/profile',
    '/account/delete',
    '/sign-out',
    '/account/factor',
  ]) {
    const answer = await browser.post(url, { name: 'Evil' }, headers)
    tried('a form sent by another site')
    expect([url, answer.statusCode]).toEqual([url, 403])
  }
  expect((await browser.get('/account')).body).not.toContain('Evil')
})

test('what nobody asked for is not taken', async () => {
  const email = 'mass@hjem.example'
  const browser = at.browser()
  await signIn(browser, email, {
    role: 'operator',
    emailVerified: 'false',
    id: 'x',
    image: 'http://evil.example/x.png',
  })
  await browser.post('/account/profile', {
    ...{ name: 'Kari', language: 'en', theme: 'dark' },
    ...{ role: 'operator', email: 'other@hjem.example', record_id: 'x' },
  })
  tried('mass assignment', 2)
  const rows = await at.database.for('account').selectFrom('account').selectAll().execute()
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['member']))
  expect((await browser.get('/account?lang=en')).body).toContain(email)
})

test.for([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/account/../evil',
  'javascript:alert(1)',
  '/account\r\nSet-Cookie: a=b',
  '/account@evil.example',
  ['/account/delete', 'https://evil.example'],
])('after signing in nobody is sent to %j', async (next) => {
  const browser = at.browser()
  const email = `next${Math.random().toString(36).slice(2)}@hjem.example`
  const asked = await browser.post('/sign-in?lang=en', { email, next })
  expect(asked.body).toContain('name="next" value="/account"')
  const answer = await browser.post('/sign-in/code?lang=en', { email, next, code: await at.codeFor(email) })
  expect(answer.headers.location).toBe('/account?lang=en')
  tried('open redirect', 4)
  const page = `/sign-in?lang=en&next=${encodeURIComponent([next].flat().at(-1) ?? '')}`
  expect((await browser.get(page)).headers.location).toBe('/account?lang=en')
  const { body } = await at.browser().get(page)
  expect(body).toContain('name="next" value="/account"')
  expect(body).toContain('data-next="/account?')
  for (const [, href = ''] of body.matchAll(/(?:href|action)="([^"]*)"/g)) expect(href).toMatch(/^\/(?:[a-z]|$)/)
})

test('nobody ends a session or a passkey of somebody else', async () => {
  const [mine, theirs] = [at.browser(), at.browser()]
  await signIn(mine, 'mine@hjem.example')
  await signIn(theirs, 'theirs@hjem.example')
  // Theirs, and of those before them: not one's own, without which one asks for nothing more.
  const all = at.database.for('account').selectFrom('account_session').select('id')
  const sessions = await all.where('record_id', '!=', await accountOf('mine@hjem.example')).execute()
  for (const { id } of sessions) await mine.post('/account/sessions/end', { id })
  tried('sessions and keys of others', sessions.length)
  expect((await theirs.get('/account')).statusCode).toBe(200)
})

test('a session that is ended elsewhere is over at once, and so is one that is signed out', async () => {
  const [here, there] = [at.browser(), at.browser()]
  await signIn(here, 'two@hjem.example')
  await signIn(there, 'two@hjem.example')
  await here.post('/account/sessions/others')
  expect((await there.get('/account')).statusCode).toBe(303)
  const old = here.cookies.get(sessionCookie) ?? ''
  await here.post('/sign-out')
  const thief = at.browser()
  thief.cookies.set(sessionCookie, old)
  expect((await thief.get('/account')).statusCode).toBe(303)
})

test('who signed in long ago shows again that they are it, before what can’t be undone', async () => {
  const browser = at.browser()
  await signIn(browser, 'stale@hjem.example')
  expect((await browser.get('/account/delete')).statusCode).toBe(200)
  const needless = await browser.get('/sign-in?lang=en&next=/our-room')
  expect(needless.headers.location).toBe('/our-room?lang=en')
  at.clock.advance(11 * 60_000)
  expect((await browser.get('/sign-in?lang=en')).headers.location).toBe('/account?lang=en')
  const answer = await browser.get('/account/delete?lang=en')
  expect(answer.headers.location).toBe('/sign-in?lang=en&next=%2Faccount%2Fdelete')
  expect((await browser.get('/sign-in?lang=en&next=%2Faccount%2Fdelete')).body).toContain('Sign in once more')
  const guarded = ['/account/delete', '/account/factor', '/account/factor/remove', '/account/passkeys/remove']
  for (const url of guarded) expect((await browser.post(url)).headers.location).toMatch(/^\/sign-in/)
  tried('a session with less than it needs', guarded.length + 2)
  for (const url of ['/account/passkeys/ask', '/account/passkeys'])
    expect((await browser.post(url)).json()).toMatchObject({ error: 'sign-in.needed' })
  expect((await browser.get('/account')).statusCode).toBe(200)
})

test('whose session ended while they filled in a form comes back to the page it stood on', async () => {
  const browser = at.browser()
  const nextAfter = async (form: string) => {
    const { headers } = await browser.post(`${form}?lang=nb`, { code: '123456' })
    return new URL(String(headers.location), 'https://skole.example').searchParams.get('next')
  }
  expect(await nextAfter('/account/delete')).toBe('/account/delete')
  expect(await nextAfter('/account/address/code')).toBe('/account/address')
  expect(await nextAfter('/account/passkeys/remove')).toBe('/account')
})

test('with a second factor a code by mail alone opens nothing, and no code counts twice', async () => {
  const email = 'factor@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  const secret = await setUpFactor(browser)
  const thief = at.browser()
  expect((await signIn(thief, email)).statusCode).toBe(303)
  const half = thief.cookies.get(sessionCookie) ?? ''
  for (const url of ['/account', '/account/delete']) expect((await thief.get(url)).headers.location).toMatch(/factor/)
  for (const url of ['/account/profile', '/account/delete', '/account/factor/remove'])
    expect((await thief.post(url)).headers.location).toMatch(/factor/)
  expect((await thief.post('/account/passkeys/ask')).statusCode).toBe(401)
  tried('a session with less than it needs', 7)
  // The code that set it up is used.
  const step = Math.floor(at.clock.now().getTime() / 30_000)
  expect((await thief.post('/sign-in/factor', { code: codeAt(secret, step) })).statusCode).toBe(422)
  at.clock.advance(60_000)
  const next = codeAt(secret, step + 2)
  expect((await thief.post('/sign-in/factor?lang=en', { code: next })).headers.location).toBe('/account?lang=en')
  expect(thief.cookies.get(sessionCookie)).not.toBe(half)
  expect((await thief.get('/account')).statusCode).toBe(200)
  const second = at.browser()
  await signIn(second, email)
  tried('a code or token used twice', 2)
  expect((await second.post('/sign-in/factor', { code: next })).statusCode).toBe(422)
})

test('a recovery code lets in once', async () => {
  const email = 'recover@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  const [code = ''] = (await setUpFactorWithCodes(browser)).codes
  const lost = at.browser()
  await signIn(lost, email)
  expect((await lost.post('/sign-in/factor', { code: code.toLowerCase().replace('-', ' ') })).statusCode).toBe(303)
  expect((await lost.get('/account')).statusCode).toBe(200)
  const again = at.browser()
  await signIn(again, email)
  tried('a code or token used twice')
  expect((await again.post('/sign-in/factor', { code })).statusCode).toBe(422)
  expect((await lost.get('/account/security?lang=en')).body).toContain('Recovery codes left: 9')
})

test('who may change things for others doesn’t come in with a mail alone', async () => {
  const email = 'operator@hjem.example'
  await signIn(at.browser(), email)
  const account = await accountOf(email)
  await at.database
    .for('account')
    .updateTable('account')
    .set({ role: 'operator' })
    .where('record_id', '=', account)
    .execute()
  const browser = at.browser()
  await signIn(browser, email)
  expect((await browser.get('/account')).headers.location).toMatch(/factor/)
  const page = await browser.get('/sign-in/factor?lang=en')
  expect(page.body).toContain('Secure your account')
  expect((await browser.get('/account')).headers.location).toMatch(/factor/)
})

test('a session that isn’t used ends, and none outlives thirty days', async () => {
  const account = await accountOf('two@hjem.example')
  const browser = at.browser()
  await signIn(browser, 'old@hjem.example')
  const id = await accountOf('old@hjem.example')
  expect(id).not.toBe(account)
  const db = at.database.for('account')
  const begun = new Date(at.clock.now().getTime() - 31 * 86_400_000)
  await db.updateTable('account_session').set({ created_at: begun }).where('record_id', '=', id).execute()
  expect((await browser.get('/account')).statusCode).toBe(303)
})

test('an account that is deleted leaves nothing, and the address can begin anew', async () => {
  const email = 'gone@hjem.example'
  const browser = at.browser()
  await signIn(browser, email)
  await setUpFactor(browser)
  const account = await accountOf(email)
  const other = at.browser()
  await signIn(other, email)
  expect((await browser.post('/account/delete?lang=en', { sure: 'yes' })).body).toContain('Your account is deleted')
  expect((await browser.get('/account')).statusCode).toBe(303)
  expect((await other.get('/account')).statusCode).toBe(303)
  expect(await rowsOf(at, account)).toEqual([])
  expect(await at.work.records.stateOf(account)).toBeNull()
  await signIn(browser, email)
  expect(await accountOf(email)).not.toBe(account)
})

test('codes and what belongs to them are gone after an hour', async () => {
  await at.browser().post('/sign-in', { email: 'never-came@hjem.example' })
  at.clock.advance(2 * 3_600_000)
  await at.work.runDue()
  const db = at.database.for('storage')
  expect(await db.selectFrom('sign_in_code').select('id').execute()).toEqual([])
  expect(await db.selectFrom('record').select('id').where('kind', '=', 'sign-in').execute()).toEqual([])
  expect(await db.selectFrom('account_session').select('id').where('ended_at', 'is not', null).execute()).toEqual([])
})

test('nobody outside is told of any of it', () => {
  expect(fetched).not.toHaveBeenCalled()
})

async function setUpFactorWithCodes(browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const page = await browser.post('/account/factor?lang=en')
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? 'no secret'
  const step = Math.floor(at.clock.now().getTime() / 30_000)
  const done = await browser.post('/account/factor/confirm?lang=en', { code: codeAt(secret, step) })
  const codes = [...done.body.matchAll(/<code>([\dA-Z]{5}-[\dA-Z]{5})<\/code>/g)].map(([, code = '']) => code)
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

async function setUpFactor(browser: Browser): Promise<string> {
  return (await setUpFactorWithCodes(browser)).secret
}

async function accountOf(email: string): Promise<string> {
  const index = at.work.seals.index('account', email)
  const db = at.database.for('account')
  const row = await db.selectFrom('account').select('record_id').where('address_index', '=', index).executeTakeFirst()
  return row?.record_id ?? 'no account'
}
