import { limits, protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tried } from '../attacks/tried.ts'
import { createRoomBook } from './room-book.ts'
import { readable, type TestClient } from './test-client.ts'
import { door, gather, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

const message = readable({ text: 'It is Bo from the choir' })
const host = { claim: 'host_office_olga' }

let server: TestServer
let book: ReturnType<typeof createRoomBook>
beforeEach(async () => {
  book = createRoomBook({
    office: {},
    clinic: { door: 'knock' },
    choir: { door: 'members' },
    shed: { size: 'small' },
  })
  server = await startTestServer({ roomPeople: 60, connectionsPerAddress: 200 }, undefined, book.doorkeeper)
})
afterEach(() => server.stop())

const said = (room: string, more: object = {}) => ({ version: protocolVersion, room, state: readable({}), ...more })

/** Olga hosts a locked meeting in the office. */
async function lockedOffice(): Promise<TestClient> {
  const olga = await server.open()
  await olga.join('office', host)
  await olga.request('room.lock', {})
  return olga
}

async function atTheDoor(room = 'office', name = 'Bo'): Promise<TestClient> {
  const client = await server.open()
  await client.knock(room, name, { message })
  return client
}

test('N1 a claim says who one is to the room; a forged one, or another room’s, is refused', async () => {
  const olga = await server.open()
  expect((await olga.join('office', host)).role).toBe('host')
  for (const claim of ['host_clinic_olga', 'admin_office_olga', 'x', 'host.office.olga', 'A'.repeat(900)]) {
    const liar = await server.open()
    expect(await liar.refusal('join', said('office', { claim }))).toBe('room.claim-invalid')
    expect(await liar.refusal('knock', said('office', { claim }))).toBe('room.claim-invalid')
    tried('a claim or a link at a room’s door', 2)
  }
  const bo = await server.open()
  expect((await bo.join('office')).role).toBe('guest')
})

test.each(['room.gone', 'room.ended', 'room.suspended', 'room.link-old', 'room.link-needed'] as const)(
  'N2 %s is told whether one joins or knocks, and nothing is opened',
  async (code) => {
    book.change('office', { closed: code })
    const bo = await server.open()
    expect(await bo.refusal('join', said('office', host))).toBe(code)
    expect(await bo.refusal('knock', said('office'))).toBe(code)
    expect(server.app.meetings.size).toBe(0)
  },
)

test('N2 who waits by a link that has become old is sent away, and who is inside stays', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  server.app.meetings.turnAway('kitchen', () => 'room.link-old')
  server.app.meetings.turnAway('office', (tag) => (tag === null ? null : 'room.link-old'))
  expect(bo.closed).toBeNull()
  server.app.meetings.turnAway('office', (tag) => (tag === null ? 'room.link-needed' : null))
  expect((await bo.wasClosed()).reason).toBe('room.link-needed')
  expect(await olga.event('knocker.left')).toMatchObject({ why: 'left' })
  expect(olga.closed).toBeNull()
})

test('N2 a room for members takes members', async () => {
  const bo = await server.open()
  expect(await bo.refusal('join', said('choir'))).toBe('room.members-only')
  expect(await bo.refusal('knock', said('choir'))).toBe('room.members-only')
  expect((await bo.join('choir', { claim: 'member_choir_bo' })).role).toBe('guest')
})

test('N3 a locked door is locked to guests and members, and not to hosts', async () => {
  await lockedOffice()
  const bo = await server.open()
  expect(await bo.refusal('join', said('office'))).toBe('room.locked')
  expect(await bo.refusal('join', said('office', { claim: 'member_office_mia' }))).toBe('room.locked')
  expect((await bo.join('office', { claim: 'host_office_per' })).locked).toBe(true)
})

test('N3 a room may begin every meeting locked, and the lock ends with the meeting', async () => {
  const bo = await server.open()
  expect(await bo.refusal('join', said('clinic'))).toBe('room.locked')
  expect(server.app.meetings.size).toBe(0)
  const olga = await lockedOffice()
  await olga.request('leave', {})
  await bo.join('office')
})

test('N4 knocking shows the hosts who is there, once; an open door asks to join', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  const { knocker } = await olga.event('knocker.came')
  expect(knocker).toEqual({ id: bo.knocked.knockId, state: readable({ name: 'Bo' }), message, held: false })
  const per = await server.open()
  const { knockers } = await per.join('office', { claim: 'host_office_per' })
  expect(knockers).toEqual([knocker])
  await per.settled()
  expect(per.all('knocker.came')).toEqual([])
  const cy = await server.open()
  expect(await cy.refusal('knock', said('shed'))).toBe('room.open')
  expect(await cy.refusal('knock', said('office', host))).toBe('room.open')
})

test('N5 who is let in comes in, once, and not with somebody else’s admission', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  await olga.request('knock.admit', { knockId: bo.knocked.knockId })
  const { admission } = await bo.event('knock.admitted')
  const thief = await server.open()
  // Signed in as somebody, who was given none.
  expect(await thief.refusal('join', said('office', { admission, claim: 'member_office_eve' }))).toBe('room.locked')
  expect(await thief.refusal('join', said('clinic', { admission }))).toBe('room.locked')
  expect(await thief.refusal('join', said('office', { tag: 'A'.repeat(22), admission }))).toBe('ok')
  await thief.request('leave', {})
  const { participants } = await bo.join('office', { admission })
  expect(participants).toHaveLength(1)
  tried('an admission that is another’s, or used', 4)
  // Used: it opens nothing more.
  expect(await thief.refusal('join', said('office', { admission }))).toBe('room.locked')
  expect(await thief.refusal('join', said('office', { admission: 'A'.repeat(32) }))).toBe('room.locked')
})

test('N5 an admission brings one back after a long break, for one stay at a time, and not after leaving', async () => {
  const olga = await server.open()
  await olga.join('office', host)
  const bo = await server.open()
  const { admission } = await bo.join('office')
  await olga.request('room.lock', {})
  const second = await server.open()
  expect(await second.refusal('join', said('office', { admission }))).toBe('room.locked')
  await server.broken(bo)
  await server.pass(limits.awayMs + 2_000)
  const back = await server.open()
  const again = await back.join('office', { admission })
  await back.request('leave', {})
  expect(await back.refusal('join', said('office', { admission: again.admission }))).toBe('room.locked')
})

test('N6 a knocker learns nothing of who is inside but whether a host is there', async () => {
  const olga = await lockedOffice()
  await server.join('shed')
  const per = await server.open()
  await per.join('office', { claim: 'host_office_per' })
  const group = await gather(olga)
  const secret = sealed('Olga canary')
  const bo = await atTheDoor()
  const before = bo.texts.length
  await group.add(per)
  await olga.request('group.say', { message: secret })
  await per.request('leave', {})
  await olga.request('room.lock', {})
  for (const [type, params] of [
    ['knowledge.get', { language: 'en' }],
    ['transport.create', { direction: 'receive' }],
    ['group.wish', {}],
    ['group.ask', { keyPackage: secret, door }],
    ['group.made', group.standing(bo)],
    ['group.present', group.standing(bo)],
    ['group.commit', group.commitOf()],
    ['group.at', { position: group.at(), refused: true }],
    ['group.say', { message: secret }],
    ['group.say', { to: olga.me.participantId, message: secret }],
    ['knock.admit', { knockId: bo.knocked.knockId }],
    ['room.unlock', {}],
    ['host.promote', { participantId: olga.me.participantId }],
    ['leave', {}],
  ] as const) {
    expect(await bo.refusal(type, params), type).toBe('join.required')
    tried('asking inside while one waits at the door')
  }
  await olga.request('leave', {})
  const texts = bo.texts.join('\n')
  for (const leak of [secret, olga.me.participantId, 'p_', 'participants', 'candidate', 'direct', '127.0.0.1'])
    expect(texts).not.toContain(leak)
  expect(bo.texts.slice(0, before)).toHaveLength(1)
})

test('N6 who waits is told that the host left, and that one came', async () => {
  const olga = await lockedOffice()
  await olga.request('room.unlock', {})
  await server.join('office')
  await olga.request('room.lock', {})
  const bo = await server.open()
  expect((await bo.knock('office')).hostPresent).toBe(true)
  await olga.request('leave', {})
  expect(await bo.event('knock.host')).toEqual({ seq: 1, type: 'knock.host', present: false })
  await olga.join('office', host)
  expect((await bo.event('knock.host', 2)).present).toBe(true)
})

test('N7 on hold with the host’s words, then let in after all', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  const answer = readable({ text: 'Five minutes' })
  await olga.request('knock.hold', { knockId: bo.knocked.knockId, message: answer })
  expect((await bo.event('knock.held')).message).toBe(answer)
  expect((await olga.event('knocker.held')).knockId).toBe(bo.knocked.knockId)
  await olga.request('knock.admit', { knockId: bo.knocked.knockId })
  await bo.event('knock.admitted')
  expect((await olga.event('knocker.left')).why).toBe('admitted')
})

test('N7 rejected, cancelled, closed and broken waits end, and the hosts hear of it', async () => {
  const olga = await lockedOffice()
  const [bo, cy, dag, eli] = [await atTheDoor(), await atTheDoor(), await atTheDoor(), await atTheDoor()]
  await olga.request('knock.reject', { knockId: bo.knocked.knockId })
  await bo.event('knock.rejected')
  await cy.request('knock.cancel', {})
  dag.socket.close(1000)
  await olga.event('knocker.left', 3)
  // And may knock again, on the same connection.
  await bo.knock('office')
  await bo.request('knock.cancel', {})
  expect(await cy.refusal('knock.cancel', {})).toBe('knock.unknown')
  await server.broken(eli)
  await server.pass(limits.awayMs - 2_000)
  expect(olga.all('knocker.left')).toHaveLength(4)
  await server.pass(4_000)
  expect((await olga.event('knocker.left', 5)).knockId).toBe(eli.knocked.knockId)
  expect(server.app.meetings.knockers).toBe(0)
})

test('N7 a wait goes on over a broken connection, with the answer that came meanwhile', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  await server.broken(bo)
  await olga.request('knock.admit', { knockId: bo.knocked.knockId })
  const back = await server.open()
  const wrong = { version: protocolVersion, ...bo.knocked, token: 'A'.repeat(32), lastSeq: 0 }
  expect(await back.refusal('knock.resume', wrong)).toBe('knock.unknown')
  await back.request('knock.resume', { version: protocolVersion, ...bo.knocked, lastSeq: 0 })
  const { admission } = await back.event('knock.admitted')
  await back.join('office', { admission })
})

test('N7 who is let in and doesn’t come loses the place', async () => {
  const olga = await lockedOffice()
  const bo = await atTheDoor()
  await olga.request('knock.admit', { knockId: bo.knocked.knockId })
  const { admission } = await bo.event('knock.admitted')
  await server.pass(limits.joinWithinMs)
  expect(server.app.meetings.knockers).toBe(0)
  expect(await bo.refusal('join', said('office', { admission }))).toBe('room.locked')
})

test('N8 unlocking lets in everybody who waits', async () => {
  const olga = await lockedOffice()
  const [bo, cy] = [await atTheDoor(), await atTheDoor()]
  await olga.request('knock.hold', { knockId: cy.knocked.knockId })
  await olga.request('room.unlock', {})
  for (const one of [bo, cy]) {
    const { admission } = await one.event('knock.admitted')
    expect((await one.join('office', { admission })).locked).toBe(false)
  }
})

test('N8 a meeting lives while somebody waits, and its host finds them there', async () => {
  const bo = await atTheDoor('clinic')
  expect(server.app.meetings.size).toBe(1)
  const olga = await server.open()
  const { knockers } = await olga.join('clinic', { claim: 'host_clinic_olga' })
  expect(knockers.map(({ id }) => id)).toEqual([bo.knocked.knockId])
  await olga.request('leave', {})
  await bo.settled()
  expect(bo.all('knock.admitted')).toEqual([])
  await bo.request('knock.cancel', {})
  expect(server.app.meetings.size).toBe(0)
})

test('N8 when the last one leaves a room that anybody may come to, who waits comes in', async () => {
  const ana = await server.join('kitchen')
  await ana.request('room.lock', {})
  const bo = await atTheDoor('kitchen')
  await ana.request('leave', {})
  const { admission } = await bo.event('knock.admitted')
  expect((await bo.join('kitchen', { admission })).role).toBe('host')
})

test('N9 few wait from one network at once, and knocks are paced', async () => {
  await lockedOffice()
  for (let at = 0; at < limits.knockersPerAddress; at += 1) await atTheDoor()
  const late = await server.open()
  expect((await late.ask('knock', said('office'))).error).toEqual({
    code: 'knocks.too-many',
    retryAfterSeconds: limits.knockEveryMs / 1_000,
  })
  await server.pass(limits.knockEveryMs)
  expect(await late.refusal('knock', said('office'))).toBe('knocks.too-many')
  expect(server.app.meetings.knockers).toBe(limits.knockersPerAddress)
})

test('N9 words at the door are short', async () => {
  await lockedOffice()
  const bo = await server.open()
  const of = (characters: number) => `s1.${'A'.repeat(characters - 3)}`
  expect(await bo.refusal('knock', said('office', { message: of(limits.knockEnvelope + 1) }))).toBe('message.malformed')
  expect(await bo.refusal('knock', said('office', { message: of(limits.knockEnvelope) }))).toBe('ok')
})

test('N10 the fifth finds a small room full; its owner makes it large, and the fifth comes in', async () => {
  const olga = await server.open()
  await olga.join('shed', { claim: 'host_shed_olga' })
  const guests = [await server.join('shed'), await server.join('shed'), await server.join('shed')]
  const [ana] = guests as [TestClient]
  await olga.request('host.promote', { participantId: ana.me.participantId })
  const fifth = await server.open()
  for (let at = 0; at < 3; at += 1) expect(await fifth.refusal('join', said('shed'))).toBe('room.full-small')
  await olga.event('room.full-small')
  await olga.settled()
  expect(olga.all('room.full-small')).toHaveLength(1)
  await ana.settled()
  expect(ana.all('room.full-small')).toEqual([])
  expect(await ana.refusal('room.enlarge', {})).toBe('host.refused')
  await olga.request('room.enlarge', {})
  expect(await fifth.refusal('join', said('shed'))).not.toBe('room.full-small')
})

test('N10 where the server lets nobody grow, the room stays small', async () => {
  book.change('shed', { mayGrow: false })
  const olga = await server.open()
  await olga.join('shed', { claim: 'host_shed_olga' })
  expect(await olga.refusal('room.enlarge', {})).toBe('host.refused')
})
