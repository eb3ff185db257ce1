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
