import { protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tried } from '../attacks/tried.ts'
import { createRoomBook } from './room-book.ts'
import { readable, type TestClient } from './test-client.ts'
import { gather, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let book: ReturnType<typeof createRoomBook>
beforeEach(async () => {
  book = createRoomBook({ office: {} })
  server = await startTestServer({}, undefined, book.doorkeeper)
})
afterEach(() => server.stop())

const hostActs = ['promote', 'mute', 'ask-unmute', 'camera-off', 'remove', 'block'] as const
const said = (room: string, more: object = {}) => ({ version: protocolVersion, room, state: readable({}), ...more })
const to = (client: TestClient) => ({ participantId: client.me.participantId })

async function owner(): Promise<TestClient> {
  const olga = await server.open()
  await olga.join('office', { claim: 'host_office_olga' })
  return olga
}

test('H1 in a room that nobody owns, who has been there longest hosts; it passes on when they leave', async () => {
  const [ana, bo, cy] = [await server.join('kitchen'), await server.join('kitchen'), await server.join('kitchen')]
  await ana.request('room.lock', {})
  expect(await bo.refusal('room.unlock', {})).toBe('host.required')
  const dag = await server.open()
  await dag.knock('kitchen')
  await ana.request('leave', {})
  expect(await cy.event('role.changed')).toMatchObject({ participantId: bo.me.participantId, role: 'host' })
  // And sees from now on who waits.
  expect((await bo.event('knocker.came')).knocker.id).toBe(dag.knocked.knockId)
  await bo.request('knock.admit', { knockId: dag.knocked.knockId })
})

test('H1 nothing that a client says of itself makes it a host', async () => {
  await owner()
  const liar = await server.open()
  await liar.ask('join', said('office', { role: 'host', claimed: 'host', promoted: true, standing: 'claim' }))
  await liar.ask('group.wish', { role: 'host' })
  expect(await liar.refusal('room.lock', { role: 'host' })).toBe('host.required')
})

test('H1 whom a host made one is one, also after coming back, and not in another meeting', async () => {
  const olga = await owner()
  const bo = await server.open()
  const { admission } = await bo.join('office')
  await olga.request('host.promote', to(bo))
  expect(await bo.event('role.changed')).toMatchObject({ participantId: bo.me.participantId, role: 'host' })
  await server.broken(bo)
  await server.pass(14_000)
  const again = await server.open()
  const back = await again.join('office', { admission })
  expect(back.role).toBe('host')
  await again.request('room.lock', {})
  // Somebody waits at the door: what is kept of the meeting goes on, and who was a host in it is none in the next.
  const waits = await server.open()
  await waits.knock('office')
  await server.broken(again)
  await server.pass(14_000)
  await olga.request('leave', {})
  const later = await server.open()
  expect((await later.join('office', { admission: back.admission })).role).toBe('guest')
})

test('H2 who is no host may do none of it', async () => {
  const olga = await owner()
  const [bo, cy] = [await server.join('office'), await server.join('office')]
  const knockId = 'k_0123456789abcdef'
  for (const act of hostActs) {
    for (const target of [olga, cy, bo]) expect(await bo.refusal(`host.${act}`, to(target)), act).toBe('host.required')
    tried('an act that is a host’s alone', 4)
    // Nor learn who is there.
    expect(await bo.refusal(`host.${act}`, { participantId: 'p_0123456789abcdef' })).toBe('host.required')
  }
  for (const type of ['room.lock', 'room.unlock', 'room.enlarge', 'meeting.end'])
    expect(await bo.refusal(type, {}), type).toBe('host.required')
  for (const type of ['knock.admit', 'knock.hold', 'knock.reject'])
    expect(await bo.refusal(type, { knockId }), type).toBe('host.required')
})

test('H3 whom a host made one can’t turn against the owner, nor anybody against themselves', async () => {
  const olga = await owner()
  const [bo, cy] = [await server.join('office'), await server.join('office')]
  await olga.request('host.promote', to(bo))
  await olga.request('host.promote', to(cy))
  for (const act of ['remove', 'block', 'promote'])
    for (const target of [olga, cy, bo]) expect(await bo.refusal(`host.${act}`, to(target))).toBe('host.refused')
  for (const act of hostActs) expect(await olga.refusal(`host.${act}`, to(olga))).toBe('host.refused')
  tried('an act that is a host’s alone', 9 + hostActs.length)
  expect(await olga.refusal('host.remove', { participantId: 'p_0123456789abcdef' })).toBe('participant.unknown')
  expect(await olga.refusal('host.remove', to(bo))).toBe('ok')
})

test('H4 everybody hears of the lock', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await olga.request('room.lock', {})
  await olga.request('room.lock', {})
  await olga.request('room.unlock', {})
  await bo.event('room.locked', 2)
  expect(bo.all('room.locked').map(({ locked }) => locked)).toEqual([true, false])
})

test('H5 two hosts at one door: the first answer counts', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await olga.request('host.promote', to(bo))
  await olga.request('room.lock', {})
  const cy = await server.open()
  await cy.knock('office')
  await bo.request('knock.admit', { knockId: cy.knocked.knockId })
  expect(await olga.event('knocker.left')).toMatchObject({ knockId: cy.knocked.knockId, why: 'admitted' })
  expect(await olga.refusal('knock.reject', { knockId: cy.knocked.knockId })).toBe('knock.unknown')
  expect(await olga.refusal('knock.hold', { knockId: 'k_0123456789abcdef' })).toBe('knock.unknown')
})

test('H6 what a host stopped is stopped for everybody until its owner takes it up', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await olga.request('host.mute', to(bo))
  await olga.request('host.camera-off', to(bo))
  const stopped = { seq: 1, type: 'media.stopped', ...to(bo), slot: 'microphone', by: olga.me.participantId }
  expect(await bo.event('media.stopped')).toEqual(stopped)
  const late = await server.open()
  const { participants } = await late.join('office')
  expect(participants.at(-1)?.stopped).toEqual(['microphone', 'camera'])
  await bo.request('media.resume', { slot: 'microphone' })
  await bo.request('media.resume', { slot: 'microphone' })
  expect(await late.event('media.resumed')).toMatchObject({ ...to(bo), slot: 'microphone' })
  await late.settled()
  expect(late.all('media.resumed')).toHaveLength(1)
})

test('H7 to be heard again is asked for, and nothing more', async () => {
  const olga = await owner()
  const [bo, cy] = [await server.join('office'), await server.join('office')]
  await olga.request('host.mute', to(bo))
  await olga.request('host.ask-unmute', to(bo))
  expect((await bo.event('unmute.asked')).by).toBe(olga.me.participantId)
  await cy.settled()
  expect(cy.all('unmute.asked')).toEqual([])
  expect(cy.all('media.resumed')).toEqual([])
})

test('H8 who is removed is gone at once, may say nothing more, and can’t come back to the stay', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await olga.request('host.remove', to(bo))
  expect(await bo.wasClosed()).toEqual({ code: 4403, reason: 'host.removed' })
  const again = await server.open()
  expect(await again.refusal('resume', { version: protocolVersion, ...bo.me, lastSeq: 0 })).toBe('host.removed')
  expect(await olga.event('participant.left')).toMatchObject(to(bo))
  await again.join('office')
})

test('H8 who doesn’t hang up is not heard any more', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await gather(olga, bo)
  // Keeps talking without answering the close.
  bo.socket.pause()
  await olga.request('host.remove', to(bo))
  for (let at = 0; at < 5; at += 1)
    bo.sendText(JSON.stringify({ id: 100 + at, type: 'group.say', message: sealed('still me') }))
  bo.socket.resume()
  await bo.wasClosed()
  await olga.settled()
  expect(olga.all('group.said')).toEqual([])
})

test('H8 a block holds for the person while the meeting lasts, at the door too', async () => {
  const olga = await owner()
  const claim = 'guest_office_eve_page'
  const eve = await server.open()
  await eve.join('office', { claim })
  const waiting = await server.open()
  await olga.request('room.lock', {})
  await waiting.knock('office', 'Eve', { claim })
  await olga.request('host.block', to(eve))
  expect((await eve.wasClosed()).reason).toBe('host.blocked')
  expect((await waiting.wasClosed()).reason).toBe('host.blocked')
  await olga.request('room.unlock', {})
  const again = await server.open()
  expect(await again.refusal('join', said('office', { claim }))).toBe('host.blocked')
  expect(await again.refusal('knock', said('office', { claim }))).toBe('host.blocked')
  tried('coming back after a block or a removal', 3)
  expect(await again.refusal('join', said('office', { claim: 'guest_office_other_page' }))).toBe('ok')
  await again.request('leave', {})
  await olga.request('leave', {})
  await again.join('office', { claim })
})

test('H9 a host ends the meeting for everybody, at the door too', async () => {
  const olga = await owner()
  const bo = await server.join('office')
  await olga.request('room.lock', {})
  const cy = await server.open()
  await cy.knock('office')
  olga.sendText(JSON.stringify({ id: 50, type: 'meeting.end' }))
  for (const one of [olga, bo, cy]) expect(await one.wasClosed()).toEqual({ code: 4410, reason: 'meeting.ended' })
  expect(server.app.meetings.size).toBe(0)
})

test('H9 a room that is deleted, or whose time is over, ends its meetings', async () => {
  book.change('office', { endsAt: new Date(server.clock.now().getTime() + 4_000) })
  const bo = await server.join('office')
  const ana = await server.join('kitchen')
  await server.pass(3_000)
  expect(bo.closed).toBeNull()
  server.clock.advance(1_000)
  expect((await bo.wasClosed()).reason).toBe('room.ended')
  server.app.meetings.closeRoom('kitchen', 'room.gone')
  expect(server.app.meetings.size).toBe(0)
  expect(await ana.wasClosed()).toEqual({ code: 4410, reason: 'room.gone' })
})
