import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import { openAccountInstallation, type AccountInstallation } from '../../../../test/accounts/installation.ts'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { everythingKept } from '../../../../test/accounts/rows.ts'
import { faultOf } from './passwords.ts'

let at: AccountInstallation
beforeAll(async () => {
  at = await openAccountInstallation({ passwords: true })
})
afterAll(() => at.close())

const good = 'fjord hammock violin 7'
const isIn = async (browser: Browser) => (await browser.get('/account')).statusCode === 200

async function signInByCode(browser: Browser, email: string) {
  at.clock.advance(1_000)
  await browser.post('/sign-in', { email })
  await browser.post('/sign-in/code', { email, code: await at.codeFor(email) })
}

test('rows A13, D01: a password is set, signs in, is changed, and reset by a code in a mail', async () => {
  const email = 'ola@hjem.example'
  const browser = at.browser()
  expect((await browser.get('/sign-in?lang=en')).body).toContain('Use a password')
  await signInByCode(browser, email)
  expect((await browser.post('/account/password?lang=en', { password: good })).body).toContain('Saved')
  const other = at.browser()
  expect((await other.post('/sign-in/password', { email, password: good })).statusCode).toBe(303)
  expect(await isIn(other)).toBe(true)
  // Whoever forgot it comes by a code, and whoever knew the one before is out.
  await signInByCode(browser, email)
  await browser.post('/account/password', { password: 'another violin, and 9 fjords' })
  expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
  expect((await other.post('/sign-in/password', { email, password: good })).statusCode).toBe(422)
  await browser.post('/account/password/remove')
  const answer = await other.post('/sign-in/password', { email, password: 'another violin, and 9 fjords' })
  expect(answer.statusCode).toBe(422)
  const kept = `${await everythingKept(at)}${at.lines.join('\n')}${at.logged.join('\n')}`
  expect(kept).not.toMatch(/fjord|violin|argon2id/)
})

test('setting one takes having signed in lately', async () => {
  const browser = at.browser()
  await signInByCode(browser, 'lately@hjem.example')
  at.clock.advance(11 * 60_000)
  expect((await browser.post('/account/password', { password: good })).headers.location).toMatch(/^\/sign-in/)
})

test('a wrong password and an address without one get the same answer, after the same work', async () => {
  const browser = at.browser()
  await signInByCode(browser, 'known@hjem.example')
  await browser.post('/account/password', { password: good })
  const work = vi.spyOn(crypto, 'argon2')
  syncBuiltinESMExports()
  const answers = []
  for (const email of ['known@hjem.example', 'stranger@hjem.example', 'ola@hjem.example']) {
    const answer = await at.browser().post('/sign-in/password?lang=en', { email, password: 'wrong wrong wrong' })
    answers.push([answer.statusCode, answer.body.replaceAll(email, 'x'), work.mock.calls.length])
    work.mockClear()
    tried('finding out who has an account by the work that is done')
  }
  expect(answers[0]?.[2]).toBe(1)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('a password is tried fifteen times for an address, from wherever', async () => {
  const statuses = []
  for (let turn = 0; turn < 17; turn += 1)
    statuses.push(
      (await at.browser().post('/sign-in/password', { email: 'guess@hjem.example', password: `x${turn}` })).statusCode,
    )
  tried('code guessing', statuses.length)
  expect(statuses.at(-1)).toBe(429)
})

test.for([
  ['too-short', 'short'],
  ['too-short', 'elevenchars'],
  ['too-long', 'x'.repeat(201)],
  ['too-common', 'password1234'],
  ['too-common', 'Passord2026!!'],
  ['too-common', 'P4ssw0rd12345'],
  ['too-common', 'qwertyuiopåæø'],
  ['too-common', '123456789012'],
  ['too-common', 'aaaaaaaaaaaa'],
  ['too-common', 'Velkommen2026'],
  ['too-common', 'admin-admin-admin'],
  [null, good],
  [null, 'æra ørn åker 3'],
] as const)('%s: %s', ([fault, password]) => {
  expect(faultOf(password)).toBe(fault)
})
