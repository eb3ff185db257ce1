import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import {
  createAuthenticator,
  questionAt,
  type Authenticator,
  type Lies,
} from '../../../../test/accounts/authenticator.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import { Personal } from '../../../platform/personal.ts'
import { passkeyCookie, sessionCookie } from '../personal-data.ts'

let at: AccountInstallation
beforeAll(async () => {
  at = await openAccountInstallation()
})
afterAll(() => at.close())

const isIn = async (browser: Browser) => (await browser.get('/account')).statusCode === 200

async function signedIn(email: string, browser: Browser = at.browser()): Promise<Browser> {
  at.clock.advance(1_000)
  await browser.post('/sign-in', { email })
  await browser.post('/sign-in/code', { email, code: await at.codeFor(email) })
  return browser
}

async function add(browser: Browser, key: Authenticator, lies: Lies = {}) {
  return browser.json('/account/passkeys', key.added(await questionAt(browser, '/account/passkeys/ask'), lies))
}

/** Somebody with a passkey, and their device. */
async function withPasskey(email: string): Promise<{ browser: Browser; key: Authenticator }> {
  const [browser, key] = [await signedIn(email), createAuthenticator()]
  expect((await add(browser, key)).statusCode).toBe(200)
  return { browser, key }
}

const ask = (browser: Browser) => questionAt(browser, '/sign-in/passkey/ask')

test('a passkey signs in, and what it answered counts once', async () => {
  const { key } = await withPasskey('key@hjem.example')
  const browser = at.browser()
  const answer = key.signedIn(await ask(browser))
  const cookie = browser.cookies.get(passkeyCookie) ?? ''
  expect((await browser.json('/sign-in/passkey', answer)).statusCode).toBe(200)
  expect(await isIn(browser)).toBe(true)
  const thief = at.browser()
  thief.cookies.set(passkeyCookie, cookie)
  await thief.json('/sign-in/passkey', answer)
  // Nor as the answer to a question of the thief's own.
  tried('a code or token used twice', 2)
  await ask(thief)
  await thief.json('/sign-in/passkey', answer)
  expect([thief.cookies.has(sessionCookie), await isIn(thief)]).toEqual([false, false])
})

test.for<[what: string, lies: Lies]>([
  ['for a page of another site', { origin: 'https://evil.example' }],
  ['for a site whose name begins like ours', { origin: 'https://skole.example.evil.example' }],
  ['for another site’s passkeys', { site: 'evil.example' }],
  ['to a question that nobody asked', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['without being unlocked', { locked: true }],
  ['with nobody there', { absent: true }],
  ['signed with another key', { otherKey: true }],
])('a passkey’s answer %s signs nobody in', async ([what, lies]) => {
  const { key } = await withPasskey(`${what.replace(/\W/g, '-')}@hjem.example`)
  const browser = at.browser()
  await browser.json('/sign-in/passkey', key.signedIn(await ask(browser), lies))
  tried('a passkey’s answer that is none')
  expect([browser.cookies.has(sessionCookie), await isIn(browser)]).toEqual([false, false])
})

test('a passkey is added by who asked to, unlocked and here, and nobody takes it from somebody else', async () => {
  const { browser: owner, key } = await withPasskey('owner@hjem.example')
  const thief = await signedIn('thief@hjem.example')
  const mine = createAuthenticator()
  for (const lies of [{ locked: true }, { origin: 'https://evil.example' }, { site: 'evil.example' }] as const)
    expect((await add(thief, mine, lies)).statusCode).toBe(403)
  // What one was asked is no question to another.
  const answer = mine.added(await questionAt(thief, '/account/passkeys/ask'))
  owner.cookies.set(passkeyCookie, thief.cookies.get(passkeyCookie) ?? '')
  expect((await owner.json('/account/passkeys', answer)).statusCode).toBe(403)
  const keys = await at.database.for('account').selectFrom('account_passkey').select('id').execute()
  tried('a passkey’s answer that is none', 4)
  tried('sessions and keys of others', keys.length)
  for (const { id } of keys) await thief.post('/account/passkeys/remove', { id })
  const again = at.browser()
  expect((await again.json('/sign-in/passkey', key.signedIn(await ask(again)))).statusCode).toBe(200)
})

test('who reads an operator’s mail puts no passkey in the place of theirs, nor a first one once the code is old', async () => {
  const email = 'runs@hjem.example'
  await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  const addFirst = async (browser: Browser) => {
    const asked = await browser.json('/sign-in/factor/passkey/ask', {})
    if (asked.statusCode !== 200) return
    const answer = JSON.stringify(createAuthenticator().added(asked.json()))
    await browser.post('/sign-in/factor/passkey', { answer })
  }
  const late = await signedIn(email)
  at.clock.advance(11 * 60_000)
  await addFirst(late)
  expect(await isIn(late)).toBe(false)
  const owner = await signedIn(email)
  await addFirst(owner)
  expect(await isIn(owner)).toBe(true)
  const thief = await signedIn(email)
  await addFirst(thief)
  tried('a session with less than it needs', 2)
  expect(await isIn(thief)).toBe(false)
})

test.for(['/account?lang=en', '/sign-in?lang=en'])(
  'who waited too long for their first second factor is asked at %s to sign in once more',
  async (page) => {
    const email = `late-${page.slice(1, 5)}@hjem.example`
    await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
    const browser = await signedIn(email)
    at.clock.advance(11 * 60_000)
    let answer = await browser.get(page)
    for (let hop = 0; hop < 5 && answer.statusCode === 303; hop += 1)
      answer = await browser.get(answer.headers.location ?? 'nowhere')
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Sign in once more')
    await signedIn(email, browser)
    expect((await browser.get('/sign-in/factor?lang=en')).body).toContain('action="/sign-in/factor/app?lang=en"')
  },
)

test('who runs things keeps the last passkey until they have another factor', async () => {
  const email = 'last@hjem.example'
  const { browser, key } = await withPasskey(email)
  const account = await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  await browser.json('/sign-in/passkey', key.signedIn(await ask(browser)))
  const remove = async () => {
    const [first] = await at.accounts.passkeys.ofAccount(account)
    await browser.post('/account/passkeys/remove', { id: first?.id ?? '' })
    return (await at.accounts.passkeys.ofAccount(account)).length
  }
  tried('a session with less than it needs')
  expect(await remove()).toBe(1)
  const page = (await browser.get('/account/security?lang=en')).body
  expect(page).toContain('You can’t remove it')
  expect(page).not.toContain('/account/passkeys/remove')
  expect((await add(browser, createAuthenticator())).statusCode).toBe(200)
  expect((await browser.get('/account/security?lang=en')).body).toContain('/account/passkeys/remove')
  expect(await remove()).toBe(1)
})

test('who gets a role at an address that nobody showed to be theirs shares it with nobody who came before', async () => {
  const email = 'planted@hjem.example'
  const { browser, key } = await withPasskey(email)
  const mine = await at.accounts.roles.accountAt(email)
  const row = at.database.for('account').updateTable('account').set({ address_verified: false })
  await row.where('record_id', '=', mine ?? '').execute()
  expect(await at.accounts.roles.makeOperator(new Personal('account', email), 'en')).toBe(mine)
  tried('a session with less than it needs', 2)
  expect((await browser.get('/account')).headers.location).toMatch(/^\/sign-in\?/)
  expect((await browser.json('/sign-in/passkey', key.signedIn(await ask(browser)))).statusCode).not.toBe(200)
  expect(await isIn(browser)).toBe(false)
})

test('a second factor is guessed five times at once, then one in two minutes, in however many sessions', async () => {
  const email = 'guessed@hjem.example'
  await at.accounts.roles.makeOperator(new Personal('account', email), 'en')
  const [one, other] = [await signedIn(email), await signedIn(email)]
  const statuses: number[] = []
  for (let guess = 0; guess < 8; guess += 1) {
    const answer = await (guess % 2 === 0 ? one : other).post('/sign-in/factor', { code: `00000${guess}` })
    statuses.push(answer.statusCode)
  }
  tried('code guessing', statuses.length)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
})
