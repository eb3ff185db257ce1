import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import { createAuthenticator, questionAt } from '../../../../test/accounts/authenticator.ts'
import { restrictNewest } from '../../../../test/accounts/restrict.ts'
import { Personal } from '../../../platform/personal.ts'
import { lookupCategory } from '../../records/index.ts'
import { accountCategory } from '../tables.ts'

let at: AccountInstallation

beforeAll(async () => {
  at = await openAccountInstallation()
}, 60_000)
afterAll(() => at.close())

const day = 86_400_000

async function signIn(email: string, browser: Browser = at.browser()): Promise<Browser> {
  at.clock.advance(1_000)
  await browser.post('/sign-in?lang=en', { email })
  await browser.post('/sign-in/code?lang=en', { email, code: await at.codeFor(email) })
  expect((await browser.get('/account?lang=en')).statusCode).toBe(200)
  return browser
}

const mailTo = async (address: string, about: string) =>
  (await at.mails()).findLast(({ to, subject }) => to?.[0]?.address === address && subject?.includes(about)) ?? {
    text: '',
  }
const linkIn = (text: string | undefined): string => {
  const found = /https:\/\/skole\.example(\/\S+)/.exec(text ?? '')
  return found?.[1] ?? 'no link'
}

test('a new address shows that it is theirs, the old one is told, and takes itself back', async () => {
  const browser = await signIn('gammel@hjem.example')
  const elsewhere = await signIn('gammel@hjem.example')
  const same = await browser.post('/account/address?lang=en', { email: 'gammel@hjem.example' })
  expect(same.body).toContain('the address that you have')
  await browser.post('/account/address?lang=en', { email: 'Ny@hjem.example' })
  const { text } = await mailTo('ny@hjem.example', 'new address')
  const code = /\b\d{6}\b/.exec(text ?? '')?.[0] ?? ''
  const wrong = code === '000000' ? '000001' : '000000'
  expect((await browser.post('/account/address/code?lang=en', { code: wrong })).statusCode).toBe(422)
  const done = await browser.post('/account/address/code?lang=en', { code })
  expect(done.headers.location).toBe('/account?lang=en&moved')
  expect((await browser.get('/account')).body).toContain('ny@hjem.example')
  expect((await browser.post('/account/address/code?lang=en', { code })).statusCode).toBe(422)

  const told = await mailTo('gammel@hjem.example', 'was changed')
  expect(told.text).not.toContain('ny@hjem.example')
  const link = linkIn(told.text)
  const stranger = at.browser()
  expect((await stranger.get(link)).body).toContain('Take it back')
  expect((await browser.get('/account')).body).toContain('ny@hjem.example')
  const token = new URLSearchParams(link.split('?')[1]).get('t') ?? ''
  expect((await stranger.post('/account/address/undo', { t: `${token}x` })).statusCode).toBe(410)
  expect((await stranger.post('/account/address/undo', { t: token })).statusCode).toBe(200)
  for (const one of [browser, elsewhere]) expect((await one.get('/account')).statusCode).toBe(303)
  expect((await stranger.post('/account/address/undo', { t: token })).statusCode).toBe(410)
  expect((await (await signIn('gammel@hjem.example')).get('/account')).body).toContain('gammel@hjem.example')
})

/** Changes the address of whoever is signed in, and gives the token by which the old one takes itself back. */
async function moveTo(browser: Browser, from: string, to: string): Promise<string> {
  at.clock.advance(1_000)
  await browser.post('/account/address?lang=en', { email: to })
  const code = /\b\d{6}\b/.exec((await mailTo(to, 'new address')).text ?? '')?.[0] ?? ''
  expect((await browser.post('/account/address/code?lang=en', { code })).statusCode).toBe(303)
  return new URLSearchParams(linkIn((await mailTo(from, 'was changed')).text).split('?')[1]).get('t') ?? ''
}

/** Whom rights requests from an address are about. */
const subjectAt = (address: string): Promise<string | null> =>
  at.database.transaction((transaction) =>
    at.work.records.subjects.find(transaction, at.work.seals.index(lookupCategory, address)),
  )

test('an address that was taken back again asks for nothing of its person', async () => {
  const browser = await signIn('offer@hjem.example')
  const person = await subjectAt('offer@hjem.example')
  const token = await moveTo(browser, 'offer@hjem.example', 'tyven@ute.example')
  expect(person).not.toBe(null)
  expect(await subjectAt('tyven@ute.example')).toBe(person)
  expect((await at.browser().post('/account/address/undo', { t: token })).statusCode).toBe(200)
  expect(await subjectAt('tyven@ute.example')).toBe(null)
  expect(await subjectAt('offer@hjem.example')).toBe(person)
})

test('ways in that whoever took an account added let them in no more, and those from before stay', async () => {
  const browser = await signIn('veier@hjem.example')
  const add = async () => {
    const key = createAuthenticator()
    const answer = key.added(await questionAt(browser, '/account/passkeys/ask'))
    expect((await browser.json('/account/passkeys', answer)).statusCode).toBe(200)
  }
  const kept = () =>
    at.database.for('account').selectFrom('account_passkey').select('id').where('removed_at', 'is', null).execute()
  await add()
  const own = await kept()
  const token = await moveTo(browser, 'veier@hjem.example', 'veier@ute.example')
  at.clock.advance(1_000)
  await add()
  expect(await kept()).toHaveLength(own.length + 1)
  const page = await at.browser().post('/account/address/undo?lang=en', { t: token })
  expect(page.body).toContain('Ways to sign in that were added since the change are removed')
  expect(await kept()).toEqual(own)
})

test('who took an account can’t end the way back by asking for yet another address', async () => {
  const browser = await signIn('igjen@hjem.example')
  const token = await moveTo(browser, 'igjen@hjem.example', 'igjen@ute.example')
  const before = (await at.mails()).length
  const again = await browser.post('/account/address?lang=en', { email: 'igjen@borte.example' })
  expect(again.statusCode).toBe(409)
  expect(again.body).toContain('less than a week ago')
  expect(again.body).toContain('value="igjen@borte.example"')
  expect((await at.mails()).length).toBe(before)
  expect((await at.browser().post('/account/address/undo', { t: token })).statusCode).toBe(200)
  const back = await signIn('igjen@hjem.example')
  expect((await back.get('/account')).body).toContain('igjen@hjem.example')
  expect((await back.post('/account/address', { email: 'igjen@ny.example' })).statusCode).toBe(200)
})

test('who changes again after a week, or is put right, leaves no address behind', async () => {
  const [first, second, third, fourth] = [
    'en@flere.example',
    'to@flere.example',
    'tre@flere.example',
    'fire@flere.example',
  ]
  const person = await moveTo(await signIn(first), first, second).then(() => subjectAt(first))
  at.clock.advance(8 * day)
  await moveTo(await signIn(second), second, third)
  expect(await subjectAt(first)).toBe(null)
  expect(await subjectAt(second)).toBe(person)
  const account = (await at.database.for('account').selectFrom('account_address_change').selectAll().execute()).find(
    ({ address_before, changed_at }) => address_before !== null && changed_at !== null,
  )
  const [from, to] = [new Personal(accountCategory, third), new Personal(accountCategory, fourth)]
  expect(await at.own.addresses.correct(account?.record_id ?? '', from, to, 'en')).toBe(true)
  expect(await subjectAt(second)).toBe(null)
  for (const address of [third, fourth]) expect(await subjectAt(address)).toBe(person)
})

test('whether a new address has an account is told to nobody, and it can’t be taken', async () => {
  await signIn('opptatt@hjem.example')
  const browser = await signIn('vil@hjem.example')
  const before = (await at.mails()).length
  const free = await browser.post('/account/address?lang=en', { email: 'ledig@hjem.example' })
  const taken = await browser.post('/account/address?lang=en', { email: 'opptatt@hjem.example' })
  expect(taken.body).toBe(free.body)
  const { text } = await mailTo('ledig@hjem.example', 'new address')
  expect((await at.mails()).length).toBe(before + 1)
  const code = /\b\d{6}\b/.exec(text ?? '')?.[0] ?? ''
  expect((await browser.post('/account/address/code', { code })).statusCode).toBe(422)
})

test('the address of an account that is restricted is as taken as any other', async () => {
  const browser = await signIn('fri@hjem.example')
  await signIn('sperret@hjem.example')
  await restrictNewest(at)
  await browser.post('/account/address?lang=en', { email: 'sperret@hjem.example' })
  const code = /\b\d{6}\b/.exec((await mailTo('sperret@hjem.example', 'new address')).text ?? '')?.[0]
  expect(code).toBeDefined()
  const answer = await browser.post('/account/address/code?lang=en', { code: code ?? '' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('This code isn’t right')
  expect((await browser.get('/account')).body).toContain('fri@hjem.example')
})

test('a code for a new address is guessed five times at most', async () => {
  const browser = await signIn('gjett@hjem.example')
  await browser.post('/account/address?lang=nb', { email: 'gjettet@hjem.example' })
  const code = /\b\d{6}\b/.exec((await mailTo('gjettet@hjem.example', 'nye adressen')).text ?? '')?.[0] ?? ''
  for (let guess = 0; guess < 5; guess += 1) {
    const wrong = String((Number(code) + 1 + guess) % 1_000_000).padStart(6, '0')
    expect((await browser.post('/account/address/code', { code: wrong })).statusCode).toBe(422)
    tried('code guessing')
  }
  expect((await browser.post('/account/address/code', { code })).statusCode).toBe(422)
})

test('once it can’t be taken back, the old address leads nowhere and stands nowhere', async () => {
  const browser = await signIn('flytter@hjem.example')
  await browser.post('/account/address?lang=nb', { email: 'flyttet@hjem.example' })
  const code = /\b\d{6}\b/.exec((await mailTo('flyttet@hjem.example', 'nye adressen')).text ?? '')?.[0] ?? ''
  await browser.post('/account/address/code', { code })
  const rows = () => at.database.for('account').selectFrom('account_address_change').selectAll().execute()
  expect((await rows()).some(({ address_before, changed_at }) => address_before !== null && changed_at !== null)).toBe(
    true,
  )
  at.clock.advance(8 * day)
  await at.own.addresses.sweep()
  expect((await rows()).filter(({ address_before }) => address_before !== null)).toEqual([])
})
