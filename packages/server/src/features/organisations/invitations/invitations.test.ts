import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../../../../test/accounts/browser.ts'
import { setUpCodeApp } from '../../../../test/accounts/code-app.ts'
import { tried } from '../../../../test/attacks/tried.ts'
import { Personal } from '../../../platform/personal.ts'
import {
  openOrganisationInstallation,
  type OrganisationInstallation,
} from '../../../../test/organisations/installation.ts'

let at: OrganisationInstallation
beforeAll(async () => {
  at = await openOrganisationInstallation()
}, 60_000)
afterAll(() => at.close())

test('an invitation that isn’t one’s own, was changed, lapsed or withdrawn brings nobody in', async () => {
  const owner = await at.person('inviter@skole.example')
  const id = await at.organisation(owner, 'Innbydere')
  const invite = (address: string, role = 'member') =>
    owner.browser.post(`/organisations/${id}/invitations`, { address, role, language: 'en' })
  await invite('rett@skole.example')
  const link = await at.linkFor('rett@skole.example')
  const thief = await at.person('tyv@skole.example')
  expect((await thief.browser.get(`${link}/accept?lang=en`)).statusCode).toBe(403)
  expect((await thief.browser.post(`${link}/accept?lang=en`)).headers.location).toContain(`${link}/accept`)
  expect(await at.organisations.roleOf(thief.account, id)).toBeNull()

  const changed = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`
  const unknown = `/invitations/${'0'.repeat(64)}`
  const answers = await Promise.all(
    [changed, unknown, '/invitations/x'].map((one) => at.visitor().get(`${one}?lang=en`)),
  )
  const told = answers.map(({ statusCode, body }) => [statusCode, body.replaceAll(/\/invitations\/\w+/g, '')])
  expect(told[0]?.[0]).toBe(404)
  for (const one of told) expect(one).toEqual(told[0])
  tried('an invitation that is another’s, changed, withdrawn or over', told.length + 4)

  const right = await at.person('rett@skole.example')
  const [waiting] = (await at.organisations.invitations.list(id, { page: 1, most: 10 })).invitations
  expect(
    (await owner.browser.post(`/organisations/${id}/invitations/withdraw`, { id: waiting?.id ?? '' })).statusCode,
  ).toBe(303)
  expect((await right.browser.post(`${link}/accept`)).statusCode).toBe(404)

  await invite('sen@skole.example')
  const late = await at.linkFor('sen@skole.example')
  at.clock.advance(7 * 24 * 3_600_000 + 1_000)
  expect((await at.visitor().get(late)).statusCode).toBe(404)
  await at.work.runDue()
  const db = at.database.for('organisation')
  expect(
    await db.selectFrom('organisation_invitation').select('record_id').where('organisation_id', '=', id).execute(),
  ).toEqual([])
})

test('accepted at the same moment, an invitation lets one in; sent again, the first link is dead', async () => {
  const owner = await at.person('race@skole.example')
  const id = await at.organisation(owner, 'Kappløp')
  const asked = { address: 'gjest@skole.example', role: 'member', language: 'en' }
  await owner.browser.post(`/organisations/${id}/invitations`, asked)
  const first = await at.linkFor('gjest@skole.example')
  expect((await owner.browser.post(`/organisations/${id}/invitations?lang=en`, asked)).statusCode).toBe(409)
  at.clock.advance(11 * 60_000)
  const [waiting] = (await at.organisations.invitations.list(id, { page: 1, most: 10 })).invitations
  await owner.browser.post(`/organisations/${id}/invitations/again`, { id: waiting?.id ?? '' })
  expect((await at.visitor().get(first)).statusCode).toBe(404)
  const link = await at.linkFor('gjest@skole.example')
  expect(link).not.toBe(first)
  const guest = await at.person('gjest@skole.example')
  const token = link.split('/').at(-1) ?? ''
  const accepted = await Promise.all([1, 2, 3].map(() => at.organisations.invitations.accept(token, guest.account)))
  tried('an invitation answered twice', accepted.length)
  expect(accepted.filter((one) => one !== 'gone')).toEqual([{ organisation: id }])
})

test('an invitation counts only while whoever sent it may still invite', async () => {
  const [owner, admin] = [await at.person('eier2@skole.example'), await at.person('admin2@skole.example')]
  const id = await at.organisation(owner, 'Avsatt', [[admin, 'admin']])
  await admin.browser.post(`/organisations/${id}/invitations`, {
    address: 'venn@skole.example',
    role: 'admin',
    language: 'en',
  })
  const link = await at.linkFor('venn@skole.example')
  expect((await at.visitor().get(link)).statusCode).toBe(200)
  const acting = { organisation: id, by: owner.account }
  expect(await at.organisations.members.changeRole(acting, admin.account, 'member', 'left the board')).toBe('done')
  expect((await at.visitor().get(link)).statusCode).toBe(404)
  const friend = await at.person('venn@skole.example')
  expect(await at.organisations.invitations.accept(link.split('/').at(-1) ?? '', friend.account)).toBe('gone')
})

test('who is to administrate shows two factors before they come in', async () => {
  const owner = await at.person('eier3@skole.example')
  const id = await at.organisation(owner, 'To faktorer')
  await owner.browser.post(`/organisations/${id}/invitations`, {
    address: 'en@skole.example',
    role: 'admin',
    language: 'en',
  })
  const link = await at.linkFor('en@skole.example')
  const one = await at.person('en@skole.example', { factors: 1 })
  const sent = await one.browser.post(`${link}/accept?lang=en`)
  expect(sent.headers.location).toContain('/sign-in/factor')
  expect(await at.organisations.roleOf(one.account, id)).toBeNull()

  // The pages of accounts are another server's here: one browser goes from the one to the other.
  const account = at.browser()
  const goOn = (from: Browser, to: Browser) => from.cookies.forEach((value, key) => to.cookies.set(key, value))
  goOn(one.browser, account)
  expect((await account.get(sent.headers.location ?? 'nowhere')).body).toContain('action="/sign-in/factor/app?lang=en"')
  const done = await setUpCodeApp(account, at.clock.now(), `${link}/accept`)
  expect(done.body).toContain(`href="${link}/accept?lang=en"`)
  goOn(account, one.browser)
  expect((await one.browser.post(`${link}/accept?lang=en`)).headers.location).toBe(`/organisations/${id}?lang=en`)
  expect(await at.organisations.roleOf(one.account, id)).toBe('admin')
  expect(await at.accounts.isPrivileged(one.account)).toBe(true)
})

test('nobody withdraws or sends again what another organisation sent', async () => {
  const [owner, thief] = [await at.person('eier4@skole.example'), await at.person('tyv4@skole.example')]
  const id = await at.organisation(owner, 'Våre')
  const theirs = await at.organisation(thief, 'Deres')
  const asked = { address: 'venter@skole.example', role: 'member', language: 'en' }
  await owner.browser.post(`/organisations/${id}/invitations`, asked)
  const link = await at.linkFor('venter@skole.example')
  at.clock.advance(11 * 60_000)
  const [waiting] = (await at.organisations.invitations.list(id, { page: 1, most: 10 })).invitations
  const acting = { organisation: theirs, by: thief.account }
  expect(await at.organisations.invitations.withdraw(acting, waiting?.id ?? '')).toBe('not-found')
  expect(await at.organisations.invitations.sendAgain(acting, waiting?.id ?? '')).toBe('not-found')
  expect((await at.visitor().get(link)).statusCode).toBe(200)
})

test('who hasn’t shown that an address is theirs is not whom it was sent to', async () => {
  const owner = await at.person('eier5@skole.example')
  const id = await at.organisation(owner, 'Vist')
  await owner.browser.post(`/organisations/${id}/invitations`, {
    ...{ address: 'uvist@skole.example', role: 'member', language: 'en' },
  })
  const token = (await at.linkFor('uvist@skole.example')).split('/').at(-1) ?? ''
  const guest = await at.person('uvist@skole.example')
  const accounts = at.database.for('account').updateTable('account')
  await accounts.set({ address_verified: false }).where('record_id', '=', guest.account).execute()
  expect(await at.organisations.invitations.accept(token, guest.account)).toBe('other-address')
  const page = await guest.browser.get(`/invitations/${token}/accept?lang=en`)
  expect([page.statusCode, page.body.includes('First show that your address is yours')]).toEqual([403, true])
  expect(page.body).not.toContain('The invitation is for')
})

test('an organisation that an operator closed takes nobody in, until it is open again', async () => {
  const [owner, guest] = [await at.person('eier6@skole.example'), await at.person('gjest6@skole.example')]
  const id = await at.organisation(owner, 'Stengt')
  const asked = { address: 'gjest6@skole.example', role: 'host', language: 'en' }
  await owner.browser.post(`/organisations/${id}/invitations`, asked)
  const link = await at.linkFor('gjest6@skole.example')
  const reason = new Personal('suspension', 'Spam')
  await at.suspensions.place({ kind: 'organisation', target: id, reason, by: owner.account })
  expect((await at.visitor().get(link)).statusCode).toBe(404)
  expect((await guest.browser.post(`${link}/accept`)).statusCode).toBe(404)
  const token = link.split('/').at(-1) ?? ''
  expect(await at.organisations.invitations.accept(token, guest.account)).toBe('gone')
  expect(await at.organisations.roleOf(guest.account, id)).toBeNull()

  const standing = await at.suspensions.of('organisation', id)
  await at.suspensions.end(standing?.record_id ?? '')
  expect((await guest.browser.post(`${link}/accept`)).statusCode).toBe(303)
  // Who is at least that, as the door of a room asks.
  const both = [owner.account, guest.account]
  expect((await at.organisations.accountsOf(id, 'host')).toSorted()).toEqual(both.toSorted())
  expect(await at.organisations.accountsOf(id, 'admin')).toEqual([owner.account])
})
