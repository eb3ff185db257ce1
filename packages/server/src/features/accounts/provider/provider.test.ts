import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { everythingKept } from '../../../../test/accounts/rows.ts'
import { startTestProvider, type ProviderPlan, type TestProvider } from '../../../../test/oidc/provider.ts'
import { ownDoor } from '../../../platform/egress/own-door.ts'
import { providerCookie, sessionCookie } from '../personal-data.ts'

let at: AccountInstallation
let provider: TestProvider
beforeAll(async () => {
  provider = await startTestProvider()
  const { issuer } = provider
  const settings = { issuer, clientId: 'samtale', clientSecret: 'geheim', name: 'Skole-ID' }
  at = await openAccountInstallation({
    provider: { settings, door: { fetch: ownDoor().fetch, isTheirs: (host) => host === issuer.host } },
  })
})
afterEach(() => provider.reset())
afterAll(async () => {
  await at.close()
  await provider.close()
})

/** Leaves for the provider; gives where it sends back to. */
async function leave(browser: Browser, next = '/account'): Promise<URL> {
  const page = await browser.post('/sign-in/provider?lang=en', { next })
  expect(page.statusCode).toBe(200)
  const to = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page.body)?.[1] ?? ''
  // What stands after # in the address of the page is handed on to nobody.
  expect(to).toMatch(/#$/)
  return new URL(to.replaceAll('&amp;', '&'))
}

async function signIn(browser: Browser, next?: string) {
  const back = provider.authorize((await leave(browser, next)).searchParams)
  return browser.get(`${back.pathname}${back.search}`)
}

const as = (sub: string, email: string, more: object = {}) => ({ sub, email, email_verified: true, ...more })
const isIn = async (browser: Browser) => (await browser.get('/account')).statusCode === 200

test('row D02: the provider is asked for what is declared and nothing else, with PKCE, state and nonce', async () => {
  const browser = at.browser()
  const { searchParams, origin } = await leave(browser)
  expect(origin).toBe(provider.issuer.origin)
  expect([...searchParams.keys()].toSorted()).toEqual([
    'client_id',
    'code_challenge',
    'code_challenge_method',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
    'ui_locales',
  ])
  expect(searchParams.get('scope')).toBe('openid email profile')
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  expect(searchParams.get('redirect_uri')).toBe('https://skole.example/sign-in/provider/back')
})

test.for(['RS256', 'ES256'] as const)(
  'signed with %s, who is new gets an account, and comes back to it',
  async (algorithm) => {
    provider.plan.algorithm = algorithm
    provider.plan.claims = as(`new-${algorithm}`, `new-${algorithm}@hjem.example`)
    const [first, second] = [at.browser(), at.browser()]
    const answer = await signIn(first)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/account?lang=en')
    expect((await first.get('/account?lang=en')).body).toContain(`new-${algorithm.toLowerCase()}@hjem.example`)
    // Known by who they are there, whatever address they have now.
    provider.plan.claims = as(`new-${algorithm}`, 'moved@hjem.example')
    await signIn(second)
    expect((await second.get('/account?lang=en')).body).toContain(`new-${algorithm.toLowerCase()}@hjem.example`)
  },
)

test('an address that the provider tells only when asked again is taken, too', async () => {
  provider.plan.claims = as('told-late', 'told-late@hjem.example')
  provider.plan.atUserInfo = true
  const browser = at.browser()
  await signIn(browser)
  expect((await browser.get('/account?lang=en')).body).toContain('told-late@hjem.example')
})

test('one gets to the page that one came for, by a page that has what stood after #', async () => {
  provider.plan.claims = as('guest', 'guest@hjem.example')
  const answer = await signIn(at.browser(), '/our-kitchen-table')
  expect(answer.body).toContain('data-goes-on')
  expect(answer.body).toContain('data-keeps-fragment href="/our-kitchen-table?lang=en"')
})

test('row D02: of what the provider tells, nothing is kept but an address, and a keyed hash of who it is', async () => {
  provider.plan.claims = as('canary-subject', 'canary@hjem.example', {
    name: 'Canary Name',
    picture: 'https://evil.example/canary.png',
    phone_number: '+4799999999',
    role: 'operator',
    groups: ['canary-admins'],
  })
  const browser = at.browser()
  await signIn(browser)
  expect(await isIn(browser)).toBe(true)
  const kept = `${await everythingKept(at)}${at.lines.join('\n')}${at.logged.join('\n')}`
  for (const canary of ['canary', 'Canary', '99999999', 'secret-access', 'secret-refresh', 'geheim'])
    expect(kept).not.toContain(canary)
  const roles = await at.database.for('account').selectFrom('account').select('role').execute()
  expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(['member']))
})

test.for<[string, Partial<ProviderPlan>]>([
  ['signs with a key that it doesn’t show', { otherKey: true }],
  ['doesn’t sign', { unsigned: true }],
  ['answers for another provider', { lie: { iss: 'https://other.example' } }],
  ['answers for another installation', { lie: { aud: 'somebody-else' } }],
  ['answers to another question', { lie: { nonce: 'another' } }],
  ['answers with a token that is over', { lie: { exp: Math.floor(Date.now() / 1_000) - 3_600, iat: 1 } }],
  ['names nobody', { lie: { sub: '' } }],
])('a provider that %s signs nobody in', async ([, lie]) => {
  Object.assign(provider.plan, lie, { claims: as('liar', 'liar@hjem.example') })
  const browser = at.browser()
  const answer = await signIn(browser)
  tried('a provider that lies')
  expect([answer.statusCode, answer.body.includes('can’t be trusted')]).toEqual([403, true])
  expect(browser.cookies.has(sessionCookie)).toBe(false)
})

test('an address that the provider doesn’t vouch for is not taken', async () => {
  for (const told of [
    { email_verified: false },
    { email_verified: 'true' },
    { email: 'no address' },
    { email: '+4791234567@phone.invalid' },
    { email: undefined },
  ]) {
    provider.plan.claims = { ...as('unsure', 'unsure@hjem.example'), ...told }
    const browser = at.browser()
    expect((await signIn(browser)).body).toContain('doesn’t vouch')
    tried('a provider that lies')
    expect(browser.cookies.has(sessionCookie)).toBe(false)
  }
})

test('a provider that says whose account it is opens nobody’s: a code by mail is asked for once', async () => {
  const email = 'victim@hjem.example'
  const owner = at.browser()
  await owner.post('/sign-in', { email })
  await owner.post('/sign-in/code', { email, code: await at.codeFor(email) })
  provider.plan.claims = as('attacker', 'VICTIM@hjem.example')
  const attacker = at.browser()
  const page = await signIn(attacker)
  expect(page.body).toContain('There is an account with this address already')
  expect(attacker.cookies.has(sessionCookie)).toBe(false)
  const link = /name="link" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  // With a code for an address of their own, they tie the provider to their own account at most.
  const own = 'attacker@hjem.example'
  await attacker.post('/sign-in', { email: own })
  await attacker.post('/sign-in/code', { email: own, code: await at.codeFor(own), link })
  const again = at.browser()
  expect((await signIn(again)).body).toContain('There is an account with this address already')
  tried('a provider that lies', 3)
  // Whoever reads the mail says yes, once.
  at.clock.advance(1_000)
  const asked = await signIn(owner)
  const right = /name="link" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  expect((await owner.post('/sign-in/code', { email, code: await at.codeFor(email), link: right })).statusCode).toBe(
    303,
  )
  const later = at.browser()
  await signIn(later)
  expect(await isIn(later)).toBe(true)
})

test('an account that somebody made beforehand for an address that isn’t theirs holds no way in for them', async () => {
  const email = 'later@hjem.example'
  provider.plan.claims = as('squatter', email)
  const squatter = at.browser()
  await signIn(squatter)
  expect(await isIn(squatter)).toBe(true)
  const owner = at.browser()
  at.clock.advance(1_000)
  await owner.post('/sign-in', { email })
  await owner.post('/sign-in/code', { email, code: await at.codeFor(email) })
  expect([await isIn(owner), await isIn(squatter)]).toEqual([true, false])
  tried('an account made beforehand for somebody else', 2)
  const back = at.browser()
  expect((await signIn(back)).body).toContain('There is an account with this address already')
  expect(back.cookies.has(sessionCookie)).toBe(false)
})

test('what came back counts once, in the browser that left, and for ten minutes', async () => {
  provider.plan.claims = as('once', 'once@hjem.example')
  provider.plan.forgetful = true
  const browser = at.browser()
  const back = provider.authorize((await leave(browser)).searchParams)
  const address = `${back.pathname}${back.search}`
  const kept = browser.cookies.get(providerCookie) ?? ''
  const refused = async (who: Browser, url = address) => {
    const answer = await who.get(url)
    tried('a code or token used twice, elsewhere or late')
    expect([answer.statusCode, who.cookies.has(sessionCookie)]).toEqual([403, false])
  }
  await refused(at.browser())
  const planted = at.browser()
  planted.cookies.set(providerCookie, 'chosen-by-me')
  await refused(planted)
  expect((await browser.get(address)).statusCode).toBe(303)
  // A provider that takes a code twice, and a thief with the address and the cookie.
  const thief = at.browser()
  thief.cookies.set(providerCookie, kept)
  await refused(thief)
  const other = at.browser()
  await leave(other)
  back.searchParams.set('state', 'another')
  await refused(other, `${back.pathname}${back.search}`)
  const slow = at.browser()
  const late = provider.authorize((await leave(slow)).searchParams)
  at.clock.advance(11 * 60_000)
  await refused(slow, `${late.pathname}${late.search}`)
})

test('who says no there, and a provider that doesn’t answer, are told apart, and codes still work', async () => {
  provider.plan.denies = true
  const denied = await signIn(at.browser(), '/rooms')
  expect([denied.statusCode, denied.body.includes('You stopped signing in there')]).toEqual([403, true])
  expect(denied.body).toContain('href="/sign-in?lang=en&amp;next=%2Frooms"')
  provider.plan.denies = false
  const browser = at.browser()
  const back = provider.authorize((await leave(browser)).searchParams)
  provider.plan.down = true
  const down = await browser.get(`${back.pathname}${back.search}`)
  expect([down.statusCode, down.body.includes('doesn’t answer')]).toEqual([503, true])
  at.clock.advance(2 * 3_600_000)
  expect((await browser.post('/sign-in/provider?lang=en', {})).statusCode).toBe(503)
})

test('people are sent to no host but the provider’s', async () => {
  at.clock.advance(2 * 3_600_000)
  provider.plan.authorizeAt = 'https://evil.example/authorize'
  const answer = await at.browser().post('/sign-in/provider?lang=en', {})
  expect([answer.statusCode, answer.body.includes('evil.example')]).toEqual([503, false])
  provider.reset()
  at.clock.advance(2 * 3_600_000)
  await leave(at.browser())
})

test('another site can’t send anybody off', async () => {
  const answer = await at.browser().post('/sign-in/provider', {}, { 'sec-fetch-site': 'cross-site' })
  expect(answer.statusCode).toBe(403)
})
