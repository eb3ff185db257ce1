import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoomInstallation, type RoomInstallation } from '../../../../test/rooms/installation.ts'

let at: RoomInstallation
beforeAll(async () => {
  at = await openRoomInstallation()
}, 60_000)
afterAll(() => at.close())

type SignedIn = Awaited<ReturnType<RoomInstallation['signedIn']>>

async function roomOf({ browser }: SignedIn, name: string, door = 'members'): Promise<void> {
  expect((await browser.post('/rooms/new', { name, owner: 'mine', tag: '' })).statusCode).toBe(303)
  const changed = await browser.post(`/rooms/${name}/rules?lang=en`, { door, size: 'small', ends: '' })
  expect(changed.statusCode).toBe(303)
}

const invite = ({ browser }: SignedIn, name: string, address: string) =>
  browser.post(`/rooms/${name}/people?lang=en`, { address, language: 'en' })

async function linkFor(address: string): Promise<string> {
  const mail = (await at.mails()).findLast(({ to }) => to?.[0]?.address === address)
  return /\/room-invitations\/[0-9a-f]{64}/.exec(mail?.text ?? '')?.[0] ?? 'no link'
}

async function answerOf({ browser }: Pick<SignedIn, 'browser'>, name: string) {
  const { statusCode, body } = await browser.get(`/api/v1/rooms/${name}`)
  expect(statusCode).toBe(200)
  const { door, role, claim } = JSON.parse(body)
  return { door, role, claim }
}

test('a room of one’s own lets in its owner and whom they invited, and nobody else, until they are taken off', async () => {
  const owner = await at.signedIn('eier@hjem.example')
  const guest = await at.signedIn('gjest@hjem.example')
  const stranger = await at.signedIn('fremmed@hjem.example')
  await roomOf(owner, 'stua')
  for (const one of [guest, stranger, { browser: at.visitor() }])
    expect(await answerOf(one, 'stua')).toMatchObject({ door: 'members', role: 'guest' })

  expect((await invite(owner, 'stua', 'gjest@hjem.example')).headers.location).toContain('&done')
  const link = await linkFor('gjest@hjem.example')
  const shown = await at.visitor().get(`${link}?lang=en`)
  expect(shown.body).toContain('eier@hjem.example lets you in to the room stua.')
  expect(shown.body).not.toContain('gjest@hjem.example')
  const accepted = await guest.browser.post(`${link}/accept?lang=en`)
  expect(accepted.headers.location).toBe('/rooms?lang=en&let-in')

  const rules = await at.rooms.rulesOf('stua')
  const { role, claim } = await answerOf(guest, 'stua')
  expect(role).toBe('member')
  expect(await at.rooms.readClaim(claim, rules)).toMatchObject({ role: 'member', known: true })
  expect(await answerOf(stranger, 'stua')).toMatchObject({ role: 'guest' })
  expect((await owner.browser.get('/rooms/stua/people?lang=en')).body).toContain('gjest@hjem.example')
  expect((await guest.browser.get('/rooms?lang=en')).body).toContain('Rooms that let you in')
  for (const page of ['/rooms/stua', '/rooms/stua/people']) expect((await guest.browser.get(page)).statusCode).toBe(404)

  await owner.browser.post('/rooms/stua/people/remove', { account: guest.account })
  expect(await answerOf(guest, 'stua')).toMatchObject({ role: 'guest' })
  // What they were given before counts no longer either.
  expect(await at.rooms.readClaim(claim, rules)).toBeNull()
  expect((await guest.browser.post(`${link}/accept?lang=en`)).statusCode).toBe(404)
})

test('an invitation to a room that isn’t one’s own, was used, lapsed or taken back lets nobody in', async () => {
  const owner = await at.signedIn('vert@hjem.example')
  const [right, thief] = [await at.signedIn('rett@hjem.example'), await at.signedIn('tyv@hjem.example')]
  await roomOf(owner, 'kontoret')
  await invite(owner, 'kontoret', 'rett@hjem.example')
  const link = await linkFor('rett@hjem.example')
  expect((await thief.browser.get(`${link}/accept?lang=en`)).statusCode).toBe(403)
  expect((await thief.browser.post(`${link}/accept?lang=en`)).headers.location).toContain('/accept')
  expect(await answerOf(thief, 'kontoret')).toMatchObject({ role: 'guest' })

  const setVerified = (verified: boolean) =>
    at.database
      .for('account')
      .updateTable('account')
      .set({ address_verified: verified })
      .where('record_id', '=', right.account)
      .execute()
  await setVerified(false)
  const unproven = (await right.browser.get(`${link}/accept?lang=en`)).body
  expect(unproven).toContain('First show that your address is yours')
  expect(unproven).not.toContain('The invitation is for')
  await setVerified(true)
  const token = link.split('/').at(-1) ?? ''
  const several = await Promise.all([1, 2, 3].map(async () => at.rooms.members?.accept(token, right.account)))
  expect(several.filter((one) => one !== 'gone')).toHaveLength(1)
  // Somebody who is in takes themselves off.
  const { id } = await at.rooms.rulesOf('kontoret')
  await thief.browser.post('/rooms/leave', { room: id ?? '' })
  expect(await answerOf(right, 'kontoret')).toMatchObject({ role: 'member' })
  await right.browser.post('/rooms/leave', { room: id ?? '' })
  expect(await answerOf(right, 'kontoret')).toMatchObject({ role: 'guest' })

  await invite(owner, 'kontoret', 'angret@hjem.example')
  const back = await linkFor('angret@hjem.example')
  const { body } = await owner.browser.get('/rooms/kontoret/people?lang=en')
  const invitation = /name="id" value="([^"]+)"/.exec(body)?.[1] ?? ''
  // Nobody else's form does it.
  await roomOf(thief, 'tyvens-rom')
  expect((await thief.browser.post('/rooms/tyvens-rom/people/withdraw', { id: invitation })).statusCode).toBe(409)
  expect((await at.visitor().get(back)).statusCode).toBe(200)
  await owner.browser.post('/rooms/kontoret/people/withdraw', { id: invitation })
  const dead = await Promise.all([back, `/room-invitations/${'0'.repeat(64)}`].map((one) => at.visitor().get(one)))
  const told = dead.map(({ statusCode, body: page }) => [statusCode, page.replaceAll(/\/room-invitations\/\w+/g, '')])
  expect(told[0]).toEqual(told[1])
  expect(told[0]?.[0]).toBe(404)

  await invite(owner, 'kontoret', 'sen@hjem.example')
  const late = await linkFor('sen@hjem.example')
  at.clock.advance(7 * 24 * 3_600_000 + 1_000)
  expect((await at.visitor().get(late)).statusCode).toBe(404)
  await at.work.runDue()
  expect(await at.database.for('rooms').selectFrom('room_invitation').select('record_id').execute()).toEqual([])
})

test('invitations are no way to fill a mailbox, and go with the room', async () => {
  const owner = await at.signedIn('mange@hjem.example')
  await roomOf(owner, 'sluttrom')
  const statuses: number[] = []
  for (let number = 0; number < 7; number += 1) {
    statuses.push((await invite(owner, 'sluttrom', 'plaget@hjem.example')).statusCode)
    const { body } = await owner.browser.get('/rooms/sluttrom/people')
    await owner.browser.post('/rooms/sluttrom/people/withdraw', {
      id: /name="id" value="([^"]+)"/.exec(body)?.[1] ?? '',
    })
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 409, 409])
  const own = await invite(owner, 'sluttrom', 'mange@hjem.example')
  expect(own.statusCode).toBe(409)
  const wrong = await invite(owner, 'sluttrom', 'ingen adresse')
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="ingen adresse"')

  await invite(owner, 'sluttrom', 'siste@hjem.example')
  const link = await linkFor('siste@hjem.example')
  await owner.browser.post('/rooms/sluttrom/delete?lang=en')
  expect((await at.visitor().get(link)).statusCode).toBe(404)
  expect(await at.database.for('rooms').selectFrom('room_invitation').select('record_id').execute()).toEqual([])
})

test('in a room of an organisation nobody is invited by name', async () => {
  const host = await at.signedIn('larer@hjem.example')
  const organisation = await at.organisation({ [host.account]: 'host' })
  await host.browser.post('/rooms/new', { name: 'skolerom', owner: organisation, tag: '' })
  const page = await host.browser.get('/rooms/skolerom/people?lang=en')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('An organisation has this room')
  expect((await invite(host, 'skolerom', 'noen@hjem.example')).statusCode).toBe(409)
})
