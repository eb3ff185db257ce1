import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import { restrictNewest } from '../../../../test/accounts/restrict.ts'
import { everythingKept } from '../../../../test/accounts/rows.ts'

let at: AccountInstallation
beforeAll(async () => {
  at = await openAccountInstallation({ passwords: true })
}, 60_000)
afterAll(() => at.close())

async function signIn(login: string, browser: Browser = at.browser()): Promise<Browser> {
  at.clock.advance(1_000)
  await browser.post('/sign-in?lang=en', { email: login })
  const code = login.includes('@') ? await at.codeFor(login) : codeIn(lastSms(login))
  await browser.post('/sign-in/code?lang=en', { email: login, code })
  return browser
}

function messagesTo(number: string): string[] {
  const folder = path.join(at.folder, 'outbox')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sms.txt'))
  return files.toSorted().flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    return text.includes(number) ? [text] : []
  })
}

const lastSms = (number: string): string => messagesTo(number).at(-1) ?? 'no message'
const codeIn = (text: string): string => /\b\d{6}\b/.exec(text.split('\n\n')[1] ?? '')?.[0] ?? 'no code'
const wordsTo = async (address: string) =>
  (await at.mails()).filter(
    ({ to, subject }) => to?.[0]?.address === address && subject === 'The phone number of your account was changed',
  ).length

test('a phone number is added, signs in, is changed and removed, and the address is told each time', async () => {
  const email = 'nummer@hjem.example'
  const browser = await signIn(email)
  expect((await browser.get('/account?lang=en')).body).toContain('Add a phone number')
  const sent = await browser.post('/account/phone?lang=en', { phone: '912 34 501' })
  expect(sent.body).toContain('name="phone" value="+4791234501"')
  const added = await browser.post('/account/phone/code', {
    phone: '+4791234501',
    code: codeIn(lastSms('+4791234501')),
  })
  expect(added.statusCode).toBe(303)
  expect((await browser.get('/account?lang=en')).body).toContain('+4791234501')
  expect(await wordsTo(email)).toBe(1)
  const phone = await signIn('+4791234501')
  expect((await phone.get('/account?lang=en')).body).toContain(email)
  expect(await everythingKept(at)).not.toContain('91234501')
  expect([...at.lines, ...at.logged].join('\n')).not.toContain('91234501')

  await browser.post('/account/phone', { phone: '+4791234502' })
  await browser.post('/account/phone/code', { phone: '+4791234502', code: codeIn(lastSms('+4791234502')) })
  expect((await browser.get('/account/phone?lang=en')).body).toContain('+4791234502')
  expect((await browser.post('/account/phone/remove?lang=en')).headers.location).toContain('&removed')
  expect((await browser.get('/account?lang=en')).body).not.toContain('+4791234502')
  expect(await wordsTo(email)).toBe(3)
})

test('whether a number has an account is told to nobody, and it can’t be taken', async () => {
  await signIn('+4791234510')
  const before = messagesTo('+4791234510').length
  const thief = await signIn('tyv@hjem.example')
  const page = await thief.post('/account/phone?lang=en', { phone: '+4791234510' })
  const other = await thief.post('/account/phone?lang=en', { phone: '+4791234511' })
  expect(page.body.replaceAll('4791234510', 'x')).toBe(other.body.replaceAll('4791234511', 'x'))
  expect(messagesTo('+4791234510')).toHaveLength(before)
  const code = codeIn(lastSms('+4791234510'))
  expect((await thief.post('/account/phone/code', { phone: '+4791234510', code })).statusCode).toBe(422)
})

test('who hasn’t shown that their address is theirs is told so, and gets no message', async () => {
  const browser = await signIn('uvist@hjem.example')
  const [last] = await at.database
    .for('account')
    .selectFrom('account')
    .select('record_id')
    .orderBy('created_at', 'desc')
    .execute()
  const accounts = at.database.for('account').updateTable('account').set({ address_verified: false })
  await accounts.where('record_id', '=', last?.record_id ?? '').execute()
  const { statusCode, body } = await browser.post('/account/phone?lang=en', { phone: '+4791234550' })
  expect([statusCode, body.includes('First show that your address is yours')]).toEqual([422, true])
  expect(messagesTo('+4791234550')).toEqual([])
})

test('the number of an account that is restricted is as taken as any other', async () => {
  const browser = await signIn('ledig@hjem.example')
  const owner = await signIn('eier@hjem.example')
  await owner.post('/account/phone', { phone: '+4791234550' })
  const own = { phone: '+4791234550', code: codeIn(lastSms('+4791234550')) }
  expect((await owner.post('/account/phone/code', own)).statusCode).toBe(303)
  await restrictNewest(at)
  at.clock.advance(1_000)
  await browser.post('/account/phone', { phone: '+4791234550' })
  expect(messagesTo('+4791234550')).toHaveLength(2)
  const code = codeIn(lastSms('+4791234550'))
  const answer = await browser.post('/account/phone/code?lang=en', { phone: '+4791234550', code })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('This code isn’t right')
  expect((await browser.get('/account')).body).not.toContain('+4791234550')
})

test('a code is for one number and one account, is guessed three times at most, and ends in five minutes', async () => {
  const [mine, theirs] = [await signIn('min@hjem.example'), await signIn('deres@hjem.example')]
  await mine.post('/account/phone', { phone: '+4791234520' })
  const code = codeIn(lastSms('+4791234520'))
  const wrong = code === '111111' ? '222222' : '111111'
  const tryIt = async (browser: Browser, phone: string, given: string) => {
    tried('code guessing')
    return (await browser.post('/account/phone/code', { phone, code: given })).statusCode
  }
  expect(await tryIt(theirs, '+4791234520', code)).toBe(422)
  expect(await tryIt(mine, '+4791234521', code)).toBe(422)
  for (let turn = 0; turn < 3; turn += 1) expect(await tryIt(mine, '+4791234520', wrong)).toBe(422)
  expect(await tryIt(mine, '+4791234520', code)).toBe(422)
  // So that the last message is known by its time.
  at.clock.advance(1_000)
  await mine.post('/account/phone', { phone: '+4791234520' })
  at.clock.advance(5 * 60_000)
  expect(await tryIt(mine, '+4791234520', codeIn(lastSms('+4791234520')))).toBe(422)
  await mine.post('/account/phone', { phone: '+4791234522' })
  const good = codeIn(lastSms('+4791234522'))
  const answers = await Promise.all([1, 2, 3].map(() => tryIt(mine, '+4791234522', good)))
  expect(answers.filter((status) => status === 303)).toHaveLength(1)
})

test('the last way in can’t be removed, and who signed in long ago changes nothing', async () => {
  const browser = await signIn('+4791234530')
  expect((await browser.get('/account/phone?lang=en')).body).toContain('it is the only way to sign in')
  await browser.post('/account/phone/remove')
  expect((await browser.get('/account/phone?lang=en')).body).toContain('+4791234530')
  at.clock.advance(11 * 60_000)
  for (const url of ['/account/phone', '/account/phone/code', '/account/phone/remove'])
    expect((await browser.post(url, { phone: '+4791234531' })).headers.location).toMatch(/^\/sign-in/)
  expect((await at.browser().get('/account/phone')).headers.location).toMatch(/^\/sign-in/)
})

test('text messages cost money: few for one account’s page too', async () => {
  const browser = await signIn('mange@hjem.example')
  const answers: number[] = []
  for (let asked = 0; asked < 6; asked += 1)
    answers.push((await browser.post('/account/phone', { phone: '+4791234540' })).statusCode)
  expect(answers.filter((status) => status === 200)).toHaveLength(3)
  expect(answers.at(-1)).toBe(429)
})

test('the way to the password stands under Security where the policy has passwords', async () => {
  const browser = await signIn('passord@hjem.example')
  expect((await browser.get('/account/security?lang=en')).body).toContain('href="/account/password?lang=en"')
})
