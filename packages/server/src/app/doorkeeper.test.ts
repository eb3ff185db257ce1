import { Refusal, roomAddress, RoomAnswer } from '@samtale/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tried } from '../../test/attacks/tried.ts'
import type { Browser } from '../../test/accounts/browser.ts'
import { openRoomInstallation, type RoomInstallation } from '../../test/rooms/installation.ts'
import { Personal } from '../platform/personal.ts'
import { doorkeeperOf } from './doorkeeper.ts'

let at: RoomInstallation
let kari: { browser: Browser; account: string }
let mallory: { browser: Browser; account: string }
beforeAll(async () => {
  at = await openRoomInstallation()
  kari = await at.signedIn('kari@hjem.example')
  mallory = await at.signedIn('mallory@hjem.example')
  await kari.browser.post('/rooms/new', { name: 'karis' })
  await mallory.browser.post('/rooms/new', { name: 'mallorys' })
})
afterAll(() => at.close())

const [tag, another] = ['A'.repeat(22), 'B'.repeat(22)]

async function claimOf(room: string, browser = at.visitor()): Promise<string> {
  return RoomAnswer.parse((await browser.get(roomAddress(room))).json()).claim ?? ''
}

/** What becomes of somebody at a room's real door: their role, or the code of the refusal. */
async function entering(room: string, claim: string | null, linkTag: string | null = null): Promise<string> {
  tried('a claim or a link at a room’s door')
  try {
    return (await doorkeeperOf(at.rooms).entrance({ room, tag: linkTag, claim })).role
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('at the door one is what one’s claim of this room says, and nothing without one', async () => {
  expect(await entering('karis', await claimOf('karis', kari.browser))).toBe('host')
  expect(await entering('karis', await claimOf('karis', mallory.browser))).toBe('guest')
  expect(await entering('karis', null)).toBe('guest')
})

test('a claim from before says no more than its person is by now', async () => {
  const [host, leader] = [await at.signedIn('vert@hjem.example'), await at.signedIn('leder@hjem.example')]
  const organisation = await at.organisation({ [host.account]: 'host', [leader.account]: 'owner' })
  await leader.browser.post('/rooms/new', { name: 'felles', owner: organisation })
  const before = await claimOf('felles', host.browser)
  expect(await entering('felles', before)).toBe('host')
  at.put(organisation, { [leader.account]: 'owner' })
  expect(await entering('felles', before)).toBe('room.claim-invalid')
  expect(await entering('felles', await claimOf('felles', host.browser))).toBe('guest')

  at.put(organisation, { [host.account]: 'member', [leader.account]: 'owner' })
  expect(await entering('felles', before)).toBe('room.claim-invalid')
  const member = await claimOf('felles', host.browser)
  expect(await entering('felles', member)).toBe('member')
  at.put(organisation, { [host.account]: 'admin', [leader.account]: 'owner' })
  for (const claim of [before, member]) expect(['host', 'member']).toContain(await entering('felles', claim))

  const reason = new Personal('suspension', 'Spam')
  await at.suspensions.place({ kind: 'account', target: host.account, reason, by: leader.account })
  for (const claim of [before, member]) expect(await entering('felles', claim)).toBe('room.claim-invalid')
  expect(await entering('felles', await claimOf('felles', host.browser))).toBe('guest')
  expect(await entering('felles', await claimOf('felles', leader.browser))).toBe('host')
})

test('claims of one room say nothing in another, and lapse', async () => {
  await kari.browser.post('/rooms/new', { name: 'en' })
  await kari.browser.post('/rooms/new', { name: 'to' })
  const claim = await claimOf('en', kari.browser)
  const [one, other] = [await at.rooms.rulesOf('en'), await at.rooms.rulesOf('to')]
  expect(await at.rooms.readClaim(claim, one)).toMatchObject({ role: 'host', known: true })
  expect(await at.rooms.readClaim(claim, other)).toBe(null)
  expect(await at.rooms.readClaim(await claimOf('en'), one)).toMatchObject({ role: 'guest', known: false })
})

test('nothing is done to the rooms of an organisation that an operator closed, nor are any made', async () => {
  const leader = await at.signedIn('leder@skole.example')
  const organisation = await at.organisation({ [leader.account]: 'host' })
  await leader.browser.post('/rooms/new', { name: 'stengt-skole', owner: organisation })
  const reason = new Personal('suspension', 'Spam')
  await at.suspensions.place({ kind: 'organisation', target: organisation, reason, by: kari.account })
  const before = await at.rooms.open('stengt-skole')
  const appeal = `/organisations/${organisation}/appeal`
  for (const [page, fields] of [
    ['name', { name: 'et-annet' }],
    ['rules', { door: 'members', size: 'large', ends: '' }],
    ['delete', {}],
  ] as const) {
    const answer = await leader.browser.post(`/rooms/stengt-skole/${page}?lang=en`, fields)
    expect([page, answer.statusCode, answer.headers.location?.split('?')[0]]).toEqual([page, 303, appeal])
  }
  expect((await leader.browser.json('/rooms/stengt-skole/link', { tag })).statusCode).toBe(401)
  expect(await at.rooms.open('stengt-skole')).toEqual(before)
  expect((await leader.browser.get('/rooms/new?lang=en')).body).not.toContain(organisation)
  await leader.browser.post('/rooms/new', { name: 'enda-ett', owner: organisation })
  expect((await at.rooms.open('enda-ett'))?.record).toBe(leader.account)
  // A room of one's own goes on.
  expect((await leader.browser.post('/rooms/enda-ett/delete')).headers.location).toContain('removed')
})

test('nobody comes in by a claim or a link that isn’t theirs', async () => {
  const [own, foreign] = [await claimOf('karis'), await claimOf('mallorys', mallory.browser)]
  const changed = `${own.slice(0, 9)}${own[9] === 'A' ? 'B' : 'A'}${own.slice(10)}`
  for (const claim of [foreign, changed, 'host', '']) expect(await entering('karis', claim)).toBe('room.claim-invalid')
  await kari.browser.json('/rooms/karis/link', { tag })
  expect(await entering('karis', own, tag)).toBe('guest')
  expect(await entering('karis', own, another)).toBe('room.link-old')
  expect(await entering('karis', await claimOf('karis', kari.browser))).toBe('room.link-needed')
  await kari.browser.post('/rooms/karis/delete')
  expect(await entering('karis', own, tag)).toBe('room.gone')
  at.clock.advance(31 * 60_000)
  expect(await entering('mallorys', foreign)).toBe('room.claim-invalid')
})
