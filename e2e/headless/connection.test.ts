import type { Results, ServerEvent } from '@samtale/protocol'
import { afterEach, expect, test } from 'vitest'
import { Connection, type ConnectionStatus } from '../../packages/client/src/connection/connection.ts'
import { readable } from '../../packages/server/test/signalling/test-client.ts'
import { startCuttingProxy } from '../support/cutting-proxy.ts'
import { startTestServer, type TestServer } from '../../packages/server/test/signalling/test-server.ts'

/** The browser's connection against the real server, without a browser. */
function connect(url: string, room = 'kitchen') {
  const seen = {
    joined: [] as Results['join'][],
    resumed: 0,
    events: [] as ServerEvent[],
    statuses: [] as ConnectionStatus[],
  }
  const connection = new Connection({
    url,
    joinParams: async () => ({ room, state: readable({ name: 'Ana' }) }),
    joined: (result) => void seen.joined.push(result),
    resumed: () => void (seen.resumed += 1),
    event: (event) => void seen.events.push(event),
    status: (status) => void seen.statuses.push(status),
  })
  opened.push(connection)
  connection.start()
  return { connection, seen }
}

const opened: Connection[] = []
const servers: TestServer[] = []
async function start(settings: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer(settings)
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
  await bo.request('chat.send', { envelope: readable({ text: 'missed' }) })
  await expect.poll(() => seen.resumed).toBe(1)
  await expect.poll(() => seen.events.map(({ type }) => type)).toEqual(['participant.joined', 'chat.sent'])
  expect(server.app.meetings.people).toBe(2)
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
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'waiting', secondsLeft: 1 })
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
    version: 1,
    participantId: place?.participantId ?? '',
    token: place?.resumeToken ?? '',
    lastSeq: 0,
  })
  await expect.poll(() => last(seen.statuses)).toEqual({ name: 'refused', code: 'resume.elsewhere' })
  await thief.request('ping', {})
})
