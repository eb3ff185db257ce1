import { protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestClient } from './test-client.ts'
import { gather, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

const tagA = 'A'.repeat(22)
const tagB = 'B'.repeat(22)

test('C1 every request is answered once, with its id', async () => {
  const ana = await server.join('kitchen')
  await ana.request('ping', {})
  expect(ana.replies.map(({ re }) => re)).toEqual([1, 2])
})

test('C2 a page of another origin is refused, one of ours is not', async () => {
  await expect(openTestClient(server.url, { origin: 'https://elsewhere.example' })).rejects.toThrow('403')
  const own = await openTestClient(server.url, { origin: server.url.replace('ws://', 'http://').replace('/ws', '') })
  await own.join('kitchen')
  own.cut()
})

test('C2 other addresses take no WebSocket', async () => {
  await expect(openTestClient(server.url.replace('/ws', '/other'))).rejects.toThrow('404')
})

test('C3 a connection that answers no ping is ended; its place is kept', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  // What stops reading can't answer; what it sends isn't a sign of life either, since it sends nothing.
  ana.socket.pause()
  for (let beat = 0; beat < 3; beat += 1) {
    server.clock.advance(4_000)
    await bo.settled()
  }
  ana.socket.resume()
  expect((await ana.wasClosed()).code).toBe(1006)
  expect(bo.closed).toBeNull()
  expect(bo.all('participant.left')).toHaveLength(0)
})

test('C4 events are numbered for each participant from 1, without a gap', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await gather(ana, bo)
  for (let at = 0; at < 5; at += 1) await ana.request('group.say', { message: sealed(`${at}`) })
  await ana.settled()
  await bo.settled()
  expect(bo.all('group.said')).toHaveLength(5)
  for (const { events } of [ana, bo]) expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1))
})

test('C5 a refusal that belongs to no request names none', async () => {
  const ana = await server.join('kitchen')
  ana.sendText('nonsense')
  expect(await ana.stray()).toEqual({ re: null, error: { code: 'message.malformed' } })
})

test('J1 the answer precedes every event and names who is there, oldest first', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const cy = await server.open()
  const joined = cy.join('kitchen')
  await ana.request('room.lock', {})
  const result = await joined
  expect(cy.arrived[0]).toBe('answer')
  expect(result.participants).toEqual([
    { id: ana.me.participantId, role: 'host', stopped: [] },
    { id: bo.me.participantId, role: 'guest', stopped: [] },
  ])
  expect(result.path).toEqual({ mode: 'direct', generation: expect.any(Number) })
})

test('J2 another protocol version is refused', async () => {
  const ana = await server.open()
  expect(await ana.refusal('join', { version: protocolVersion + 1, room: 'kitchen' })).toBe('protocol.version')
})

test.each([
  ['', 'room.name-invalid'],
  ['Our Kitchen', 'room.name-invalid'],
  ['a/b', 'room.name-invalid'],
  ['a'.repeat(65), 'room.name-invalid'],
  ['..', 'room.name-invalid'],
  ['privacy', 'room.name-reserved'],
  ['a'.repeat(300), 'message.malformed'],
])('J3 the room name %j is refused with %s', async (room, code) => {
  const ana = await server.open()
  expect(await ana.refusal('join', { version: protocolVersion, room })).toBe(code)
  expect(server.app.meetings.size).toBe(0)
})

test('J4 people with different tags, and with none, are in different meetings', async () => {
  const ana = await server.join('kitchen', { tag: tagA })
  const bo = await server.open()
  const cy = await server.open()
  expect((await bo.join('kitchen', { tag: tagB })).participants).toEqual([])
  expect((await cy.join('kitchen')).participants).toEqual([])
  expect(await cy.refusal('group.say', { to: ana.me.participantId, message: sealed('hello') })).toBe(
    'participant.unknown',
  )
  await ana.settled()
  expect(ana.events).toEqual([])
  expect(server.app.meetings.size).toBe(3)
})

test('J5 the others are told who came', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const { participant } = await ana.event('participant.joined')
  expect(participant).toEqual({ id: bo.me.participantId, role: 'guest', stopped: [] })
  expect(bo.all('participant.joined')).toEqual([])
})

test('J6 a connection that does not join is closed', async () => {
  const idle = await server.open()
  const ana = await server.join('kitchen')
  await server.pass(3_000)
  expect(idle.closed).toBeNull()
  await server.pass(7_000)
  expect(await idle.wasClosed()).toEqual({ code: 4408, reason: 'join.timeout' })
  await ana.settled()
  expect(ana.closed).toBeNull()
})

test('J7 nothing is answered before joining, and nobody joins twice', async () => {
  const ana = await server.open()
  expect(await ana.refusal('group.say', { message: sealed('hi') })).toBe('join.required')
  expect(await ana.refusal('knowledge.get', { language: 'en' })).toBe('join.required')
  await ana.join('kitchen')
  expect(await ana.refusal('join', { version: protocolVersion, room: 'other' })).toBe('join.already')
})

test('L1 leaving is told to the others once', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await bo.request('leave', {})
  expect((await ana.event('participant.left')).participantId).toBe(bo.me.participantId)
  bo.socket.close(1000)
  await bo.wasClosed()
  await ana.settled()
  expect(ana.all('participant.left')).toHaveLength(1)
})

test('L1 who left may join again on the same connection', async () => {
  const ana = await server.join('kitchen')
  await ana.request('leave', {})
  expect((await ana.join('garden')).participants).toEqual([])
})

test('L2 a connection closed in order is a leave', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  bo.socket.close(1001)
  expect((await ana.event('participant.left')).participantId).toBe(bo.me.participantId)
})

test('L3 with the last participant nothing of the meeting is kept', async () => {
  const ana = await server.join('kitchen')
  await ana.request('leave', {})
  expect(server.app.meetings.size).toBe(0)
  const bo = await server.open()
  expect((await bo.join('kitchen')).participants).toEqual([])
})
