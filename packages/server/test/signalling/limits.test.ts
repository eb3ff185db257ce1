import { limits, protocolVersion } from '@samtale/protocol'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { door, gather, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
const start = async (settings: Parameters<typeof startTestServer>[0] = {}) => (server = await startTestServer(settings))
afterEach(() => server.stop())

test.each([
  '',
  '{',
  'null',
  '[]',
  '7',
  '"join"',
  '{"id":1}',
  '{"id":0,"type":"ping"}',
  '{"id":"1","type":"ping"}',
  '{"type":"ping"}',
])('E1 %j is malformed, and the connection stays open', async (text) => {
  await start()
  const ana = await server.join('kitchen')
  ana.sendText(text)
  await ana.until(() => ana.replies.find(({ error }) => error?.code === 'message.malformed'))
  expect(await ana.request('ping', {})).toEqual({})
})

test('E1 a type that does not exist is unknown', async () => {
  await start()
  const ana = await server.join('kitchen')
  expect(await ana.refusal('room.explode', {})).toBe('message.unknown')
  expect(await ana.refusal('__proto__', {})).toBe('message.unknown')
  expect(await ana.refusal('constructor', {})).toBe('message.unknown')
})

test('E2 a binary message is refused, and the connection stays open', async () => {
  await start()
  const ana = await server.join('kitchen')
  ana.socket.send(Buffer.from('{"id":9,"type":"ping"}'))
  expect((await ana.stray()).error).toEqual({ code: 'message.binary' })
  await ana.request('ping', {})
})

test('E3 whatever one sends, the others talk on', async () => {
  await start({ roomPeople: 100 })
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .record({ id: fc.integer(), type: fc.string(), state: fc.anything() })
          .map((value) => JSON.stringify(value) ?? ''),
      ),
      async (text) => {
        const hostile = await server.join('kitchen')
        hostile.sendText(text)
        await hostile.settled()
        hostile.cut()
        await hostile.wasClosed()
        await bo.request('ping', {})
      },
    ),
    { numRuns: 60 },
  )
  await gather(bo, ana)
  await bo.request('group.say', { message: sealed('still here') })
  await ana.event('group.said')
})

test('E4 a fault of the server is told as its code only', async () => {
  server = await startTestServer({}, () => {
    throw new Error('secret detail')
  })
  const ana = await server.join('kitchen')
  expect(await ana.refusal('knowledge.get', { language: 'en' })).toBe('server.internal')
  await ana.request('ping', {})
  expect(JSON.stringify(ana.replies)).not.toContain('secret detail')
  expect(server.logged.join('')).toContain('signalling.request-failed')
  expect(server.logged.join('')).not.toContain('secret detail')
})

test('X1 a message of a megabyte is refused with its code; a larger one closes', async () => {
  await start()
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  ana.sendText('x'.repeat(1_048_576))
  expect((await ana.stray()).error).toEqual({ code: 'message.too-large' })
  await ana.request('ping', {})
  ana.sendText('x'.repeat(2_097_152))
  expect((await ana.wasClosed()).code).toBe(1009)
  await bo.request('ping', {})
})

test('X2 what passes in the group, and at its door, has limits of its own', async () => {
  await start()
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const cy = await server.join('kitchen')
  const group = await gather(ana, bo)
  const of = (characters: number) => 'A'.repeat(characters)
  const expectMost = async (characters: number, most: (size: number) => Promise<string>) => {
    expect(await most(characters + 1)).toBe('message.malformed')
    expect(await most(characters)).toBe('ok')
  }
  const to = bo.me.participantId
  await expectMost(limits.groupMessage, (size) => ana.refusal('group.say', { to, message: of(size) }))
  await expectMost(limits.groupMessageToAll, (size) => ana.refusal('group.say', { message: of(size) }))
  await expectMost(limits.sealedKeyPackage, (size) => cy.refusal('group.ask', { keyPackage: of(size), door }))
  await expectMost(limits.groupChange, (size) =>
    ana.refusal('group.commit', { ...group.commitOf(), commit: of(size), welcome: of(size - 1_024) }),
  )
})

test('X2 who knocks says who they are within limits', async () => {
  await start()
  const ana = await server.join('kitchen')
  await ana.request('room.lock', {})
  const bo = await server.open()
  const knock = (characters: number) =>
    bo.refusal('knock', { version: protocolVersion, room: 'kitchen', state: `s1.${'A'.repeat(characters - 3)}` })
  expect(await knock(limits.stateEnvelope + 1)).toBe('message.malformed')
  expect(await knock(limits.stateEnvelope)).toBe('ok')
})

test('X3 of ten thousand messages at once few are carried out, one is refused, then the connection closes', async () => {
  await start()
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await gather(ana, bo)
  for (let at = 0; at < 10_000; at += 1) {
    ana.sendText(JSON.stringify({ id: 100 + at, type: 'group.say', message: sealed(`${at}`) }))
  }
  expect(await ana.wasClosed()).toEqual({ code: 4429, reason: 'rate.exceeded' })
  expect(ana.replies.filter(({ error }) => error?.code === 'rate.exceeded')).toHaveLength(1)
  await bo.settled()
  expect(bo.all('group.said').length).toBeLessThanOrEqual(limits.messageBurst)
  await bo.request('ping', {})
})

test('X3 who waits may go on', async () => {
  await start()
  const ana = await server.join('kitchen')
  for (let at = 0; at < limits.messageBurst + 5; at += 1) ana.sendText(JSON.stringify({ id: 100 + at, type: 'ping' }))
  expect((await ana.stray()).error?.code).toBe('rate.exceeded')
  server.clock.advance(1_000)
  await ana.request('ping', {})
})

test('X4 a receiver that leaves four megabytes unread is cut off; the sender notices nothing', async () => {
  await start()
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await gather(ana, bo)
  bo.socket.pause()
  const message = 'A'.repeat(limits.groupMessage)
  // The kernel's buffers take some megabytes before ours fill.
  for (let at = 0; at < 600; at += 1) {
    if (at % 30 === 0) server.clock.advance(1_000)
    if ((await ana.refusal('group.say', { to: bo.me.participantId, message })) !== 'ok') break
    if (server.app.meetings.people < 2) break
  }
  bo.socket.resume()
  expect((await bo.wasClosed()).code).toBe(1006)
  await ana.request('ping', {})
})

test('X5 one more than the operator allows is refused; the others are not disturbed', async () => {
  await start({ roomPeople: 2 })
  const ana = await server.join('kitchen')
  await server.join('kitchen')
  await expect(server.join('kitchen')).rejects.toThrow('room.full')
  await ana.settled()
  expect(ana.all('participant.joined')).toHaveLength(1)
  await expect(server.join('garden')).resolves.toBeDefined()
})

test('X6 rooms from one address are limited; a room that ended makes place', async () => {
  await start({ roomsPerAddress: 2 })
  const ana = await server.join('one')
  const bo = await server.join('two')
  await expect(server.join('three')).rejects.toThrow('rooms.too-many')
  const cy = await server.join('one')
  await ana.request('leave', {})
  await expect(server.join('three')).rejects.toThrow('rooms.too-many')
  await cy.request('leave', {})
  await expect(server.join('three')).resolves.toBeDefined()
  await bo.settled()
})

test('X6 connections from one address are limited; a closed one makes place', async () => {
  await start({ connectionsPerAddress: 2 })
  const ana = await server.join('one')
  await server.join('one')
  const third = await server.open()
  expect((await third.wasClosed()).reason).toBe('connections.too-many')
  ana.socket.close(1000)
  await ana.wasClosed()
  const fourth = await server.open()
  await fourth.join('one')
})

test('D1 a server that stops tells everybody and takes nobody in', async () => {
  await start()
  const ana = await server.join('kitchen')
  const stopped = server.app.drain(0)
  expect((await ana.event('server.draining')).endsInSeconds).toBe(0)
  expect(await ana.wasClosed()).toEqual({ code: 1012, reason: 'server.draining' })
  server.clock.advance(1_000)
  await stopped
})

test('D1 joins are refused while it stops', async () => {
  await start()
  const late = await server.open()
  await server.join('kitchen')
  const stopped = server.app.drain(0.2)
  expect(await late.refusal('join', { version: protocolVersion, room: 'kitchen' })).toBe('server.draining')
  server.clock.advance(1_000)
  await stopped
})
