import type { Results, ServerEvent } from '@samtale/protocol'
import { afterEach, expect, test } from 'vitest'
import { Connection, type ConnectionStatus } from '../../packages/client/src/connection/connection.ts'
import { readable } from '../../packages/server/test/signalling/test-client.ts'
import { createRoomBook } from '../../packages/server/test/signalling/room-book.ts'
import { startCuttingProxy } from '../support/cutting-proxy.ts'
import { startTestServer, type TestServer } from '../../packages/server/test/signalling/test-server.ts'

/** The browser's connection against the real server, without a browser. */
function connect(url: string, room = 'kitchen', how: 'join' | 'knock' = 'join') {
  const seen = {
    joined: [] as Results['join'][],
    knocked: [] as Results['knock'][],
    claims: [] as boolean[],
    resumed: 0,
    events: [] as ServerEvent[],
    statuses: [] as ConnectionStatus[],
  }
  const connection = new Connection({
    url,
    entryParams: async (isClaimStale) => {
      seen.claims.push(isClaimStale)
      return { room, ...(isClaimStale || room !== 'old' ? {} : { claim: 'lapsed' }) }
    },
    knockParams: async () => ({ state: readable({ name: 'Ana' }) }),
    knocked: (result) => void seen.knocked.push(result),
    joined: (result) => void seen.joined.push(result),
    resumed: () => void (seen.resumed += 1),
    event: (event) => void seen.events.push(event),
    status: (status) => void seen.statuses.push(status),
  })
  opened.push(connection)
  connection.start(how)
  return { connection, seen }
}

const opened: Connection[] = []
const servers: TestServer[] = []
async function start(
  settings: Parameters<typeof startTestServer>[0] = {},
  rooms: Parameters<typeof createRoomBook>[0] = {},
): Promise<TestServer> {
  const server = await startTestServer(settings, undefined, createRoomBook(rooms).doorkeeper)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close()
  for (const server of servers.splice(0)) await server.stop()
})

const last = <T>(list: readonly T[]): T | undefined => list.at(-1)

test('joins, asks, and leaves in order', async () => {
  const server = await start()
  const { connection, seen } = connect(server.url)
  await expect.poll(() => seen.joined.length).toBe(1)
  expect(await connection.request('ping', {})).toEqual({})
  connection.close()
  await expect.poll(() => server.app.meetings.people).toBe(0)
  expect(seen.statuses.map(({ name }) => name)).toEqual(['joining', 'joined', 'closed'])
})

test('R1 R3 a cut socket is resumed with what was missed, and nobody is joined twice', async () => {
  const server = await start()
  const proxy = await startCuttingProxy(server.app.port)
  const { seen } = connect(`ws://127.0.0.1:${proxy.port}/ws`)
  await expect.poll(() => seen.joined.length).toBe(1)
  const bo = await server.join('kitchen')
  await expect.poll(() => seen.events.length).toBe(1)
  proxy.cut()
  await server.join('kitchen')
  await expect.poll(() => seen.resumed).toBe(1)
  await expect.poll(() => seen.events.map(({ type }) => type)).toEqual(['participant.joined', 'participant.joined'])
  expect(server.app.meetings.people).toBe(3)
  expect(bo.all('participant.left')).toEqual([])
  expect(seen.statuses.map(({ name }) => name)).toEqual(['joining', 'joined', 'reconnecting', 'joined'])
  proxy.stop()
})

test('C3 a connection on which nothing arrives any more is noticed and made anew', async () => {
  const server = await start()
  const proxy = await startCuttingProxy(server.app.port)
  const { seen } = connect(`ws://127.0.0.1:${proxy.port}/ws`)
  await expect.poll(() => seen.joined.length).toBe(1)
  proxy.freeze()
  await expect.poll(() => seen.resumed, { timeout: 25_000 }).toBe(1)
  expect(server.app.meetings.people).toBe(1)
  proxy.stop()
}, 30_000)

test('a server that has forgotten is joined anew', async () => {
  const first = await start()
  const { seen } = connect(first.url)
  await expect.poll(() => seen.joined.length).toBe(1)
  const { port } = first.app
  await servers.pop()?.stop()
  await start({ port })
  await expect.poll(() => seen.joined.length, { timeout: 10_000 }).toBe(2)
  expect(last(seen.statuses)).toEqual({ name: 'joined' })
})

test('the fifth waits while the router is made ready, and comes in by itself', async () => {
  const server = await start()
  server.engine.becomePending(1)
  for (let at = 0; at < 4; at += 1) await server.join('kitchen')
  const { seen } = connect(server.url)
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'waiting', code: 'room.router-pending', secondsLeft: 1 })
  server.engine.becomeReady()
  await expect.poll(() => seen.joined.length, { timeout: 10_000 }).toBe(1)
  expect(seen.joined[0]?.path.mode).toBe('router')
})

test('a refusal that waiting does not mend is final, and one may start again', async () => {
  const server = await start({ roomPeople: 2 })
  const there = await server.join('kitchen')
  await server.join('kitchen')
  const { connection, seen } = connect(server.url)
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'refused', code: 'room.full' })
  await there.request('leave', {})
  connection.start()
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'joined' })
})

test('a server that is not there is told after a few attempts', async () => {
  const { seen } = connect('ws://127.0.0.1:9/ws')
  await expect
    .poll(() => last(seen.statuses), { timeout: 15_000 })
    .toEqual({ name: 'refused', code: 'server.unreachable' })
})

test('R4 the same place taken elsewhere ends this one, without a fight', async () => {
  const server = await start()
  const { seen } = connect(server.url)
  await expect.poll(() => seen.joined.length).toBe(1)
  const [place] = seen.joined
  const thief = await server.open()
  await thief.request('resume', {
    version: 2,
    participantId: place?.participantId ?? '',
    token: place?.resumeToken ?? '',
    lastSeq: 0,
  })
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'refused', code: 'resume.elsewhere' })
  await thief.request('ping', {})
})

/** Who hosts a locked kitchen, without a browser. */
async function lockedKitchen(server: TestServer) {
  const bo = await server.join('kitchen')
  await bo.request('room.lock', {})
  return bo
}

test('N3 a locked door ends the attempt; a knock waits, and comes in when it is answered', async () => {
  const server = await start()
  const bo = await lockedKitchen(server)
  const refused = connect(server.url)
  await expect.poll(() => last(refused.seen.statuses)).toEqual({ name: 'refused', code: 'room.locked' })
  const { seen } = connect(server.url, 'kitchen', 'knock')
  await expect.poll(() => seen.knocked.length).toBe(1)
  expect(seen.knocked[0]?.hostPresent).toBe(true)
  await bo.request('knock.admit', { knockId: seen.knocked[0]?.knockId ?? '' })
  await expect.poll(() => seen.joined.length).toBe(1)
  expect(seen.statuses.map(({ name }) => name)).toEqual(['joining', 'knocking', 'joined'])
})

test('N7 a wait goes on over a cut socket, and a place that is gone is knocked for anew', async () => {
  const server = await start()
  const bo = await lockedKitchen(server)
  const proxy = await startCuttingProxy(server.app.port)
  const { seen } = connect(`ws://127.0.0.1:${proxy.port}/ws`, 'kitchen', 'knock')
  await expect.poll(() => seen.knocked.length).toBe(1)
  proxy.cut()
  await bo.request('knock.hold', { knockId: seen.knocked[0]?.knockId ?? '' })
  await expect.poll(() => seen.events.map(({ type }) => type)).toEqual(['knock.held'])
  expect(seen.knocked).toHaveLength(1)
  proxy.freeze()
  await server.pass(32_000)
  proxy.cut()
  await expect.poll(() => seen.knocked.length).toBe(2)
  proxy.stop()
})

test('N7 a rejected knock is over, and cancelling tells the server', async () => {
  const server = await start()
  const bo = await lockedKitchen(server)
  const first = connect(server.url, 'kitchen', 'knock')
  await expect.poll(() => first.seen.knocked.length).toBe(1)
  await bo.request('knock.reject', { knockId: first.seen.knocked[0]?.knockId ?? '' })
  await expect.poll(() => last(first.seen.statuses)).toEqual({ name: 'refused', code: 'knock.rejected' })
  const second = connect(server.url, 'kitchen', 'knock')
  await expect.poll(() => second.seen.knocked.length).toBe(1)
  second.connection.close()
  await expect.poll(() => server.app.meetings.knockers).toBe(0)
})

test('N4 who knocks at an open door comes straight in', async () => {
  const server = await start()
  const { seen } = connect(server.url, 'kitchen', 'knock')
  await expect.poll(() => seen.joined.length).toBe(1)
})

test('N5 an admission brings back into a locked meeting after a long break', async () => {
  const server = await start()
  const bo = await server.join('kitchen')
  const proxy = await startCuttingProxy(server.app.port)
  const { seen } = connect(`ws://127.0.0.1:${proxy.port}/ws`)
  await expect.poll(() => seen.joined.length).toBe(1)
  await bo.request('room.lock', {})
  proxy.freeze()
  await server.pass(32_000)
  await bo.event('participant.left')
  proxy.cut()
  await expect.poll(() => seen.joined.length).toBe(2)
  proxy.stop()
})

test('N1 a claim that is refused is asked for anew, once', async () => {
  const server = await start({}, { old: {} })
  const { seen } = connect(server.url, 'old')
  await expect.poll(() => seen.joined.length).toBe(1)
  expect(seen.claims).toEqual([false, true])
})

test('H8 who is removed does not come back by itself', async () => {
  const server = await start()
  const bo = await server.join('kitchen')
  const { seen } = connect(server.url)
  await expect.poll(() => seen.joined.length).toBe(1)
  await bo.request('host.remove', { participantId: seen.joined[0]?.participantId ?? '' })
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'refused', code: 'host.removed' })
  expect(server.app.meetings.people).toBe(1)
})

test('N10 the fifth in a small room waits, and comes in when there is a place', async () => {
  const server = await start({}, { shed: { size: 'small' } })
  const people = [await server.join('shed'), await server.join('shed'), await server.join('shed')]
  people.push(await server.join('shed'))
  const { seen } = connect(server.url, 'shed')
  await expect.poll(() => last(seen.statuses)?.name).toBe('waiting')
  await people[0]?.request('leave', {})
  await expect.poll(() => seen.joined.length, { timeout: 5_000 }).toBe(1)
})
