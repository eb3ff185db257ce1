import { protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from './test-client.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

async function join(count: number): Promise<TestClient[]> {
  const people: TestClient[] = []
  for (let at = 0; at < count; at += 1) people.push(await server.join('kitchen'))
  return people
}

/** The clock stands still: the generations of a meeting are counted from this. */
const start = () => Math.floor(server.clock.now().getTime() / 1_000)
const modes = (client: TestClient) => client.all('path.changed').map(({ path }) => path.mode)
const first = (people: TestClient[]): TestClient => people[0] ?? expect.fail('nobody there')

test('M1 four talk directly, the fifth moves everybody to the router', async () => {
  const people = await join(4)
  const begun = start()
  for (const person of people) expect(modes(person)).toEqual([])
  const fifth = await server.open()
  const { path } = await fifth.join('kitchen')
  expect(path).toMatchObject({ mode: 'router', generation: begun + 1 })
  for (const person of people) expect((await person.event('path.changed')).path).toEqual(path)
  expect(modes(fifth)).toEqual([])
  expect(server.engine.counts().routers).toBe(1)
})

test('M1 several who come at once share one router', async () => {
  await join(3)
  const results = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const client = await server.open()
      return client.join('kitchen')
    }),
  )
  expect(results.filter(({ path }) => path.mode === 'router')).toHaveLength(3)
  expect(server.engine.counts().routers).toBe(1)
})

test('M2 while the router is being made ready the fifth is told how long, and the four go on', async () => {
  server.engine.becomePending(90)
  const people = await join(4)
  const fifth = await server.open()
  const reply = await fifth.ask('join', { version: protocolVersion, room: 'kitchen' })
  expect(reply.error).toEqual({ code: 'room.router-pending', retryAfterSeconds: 90 })
  await first(people).settled()
  expect(first(people).events.filter(({ type }) => type !== 'participant.joined')).toEqual([])
  server.engine.becomeReady()
  expect((await fifth.join('kitchen')).path.mode).toBe('router')
})

test('M2 where there is no router the fifth is told so', async () => {
  server.engine.becomeUnavailable()
  const people = await join(4)
  await expect(server.join('kitchen')).rejects.toThrow('room.router-unavailable')
  expect(modes(first(people))).toEqual([])
})

test('M3 direct again when four have been left for eight seconds', async () => {
  const people = await join(5)
  const begun = start()
  await people[4]?.request('leave', {})
  await server.pass(7_900)
  expect(modes(first(people))).toEqual(['router'])
  await server.pass(200)
  expect((await first(people).event('path.changed', 2)).path).toEqual({ mode: 'direct', generation: begun + 2 })
})

test('M3 a fifth in between starts the wait anew', async () => {
  const people = await join(5)
  await people[4]?.request('leave', {})
  await server.pass(6_000)
  const fifth = await server.join('kitchen')
  await server.pass(20_000)
  expect(modes(first(people))).toEqual(['router'])
  await fifth.request('leave', {})
  await server.pass(6_000)
  expect(modes(first(people))).toEqual(['router'])
  await server.pass(2_100)
  expect(modes(first(people))).toEqual(['router', 'direct'])
})

test('M3 somebody away counts as present until the place is given up', async () => {
  const people = await join(5)
  await server.broken(people[4] ?? expect.fail())
  await server.pass(11_000)
  expect(modes(first(people))).toEqual(['router'])
  await server.pass(10_000)
  expect(modes(first(people))).toEqual(['router', 'direct'])
})

test('M4 the old router goes on for twenty seconds and takes no more requests', async () => {
  const people = await join(5)
  const ana = first(people)
  await ana.request('transport.create', { direction: 'send' })
  await people[4]?.request('leave', {})
  await server.pass(8_100)
  await ana.event('path.changed', 2)
  expect(server.engine.counts()).toMatchObject({ routers: 1, transports: 1 })
  expect(await ana.refusal('transport.create', { direction: 'send' })).toBe('mode.direct')
  await server.pass(20_100)
  expect(server.engine.counts()).toMatchObject({ routers: 0, transports: 0 })
})

test('M5 the worker dies with five: interrupted, then the router again under a new generation', async () => {
  const people = await join(5)
  server.engine.becomePending(1)
  server.engine.loseRouters()
  const ana = first(people)
  expect((await ana.event('path.changed', 2)).path).toEqual({ mode: 'interrupted', generation: start() + 2 })
  server.engine.becomeReady()
  expect((await ana.event('path.changed', 3)).path).toMatchObject({ mode: 'router', generation: start() + 3 })
  for (const person of people.slice(0, 4)) expect(modes(person)).toEqual(['router', 'interrupted', 'router'])
})

test('M5 the worker dies with four: direct at once', async () => {
  const people = await join(5)
  await people[4]?.request('leave', {})
  server.engine.becomePending(1)
  server.engine.loseRouters()
  await first(people).event('path.changed', 3)
  expect(modes(first(people)).at(-1)).toBe('direct')
})

test('M6 a pair that found no way moves the meeting to the router, while it lasts', async () => {
  const [ana, bo] = await join(2)
  await ana?.request('direct.failed', { participantId: bo?.me.participantId ?? '' })
  expect((await bo?.event('path.changed'))?.path.mode).toBe('router')
  await server.pass(60_000)
  expect(modes(bo ?? expect.fail())).toEqual(['router'])
})

test('M6 without a router they go on trying directly, and move when it is ready', async () => {
  server.engine.becomePending(30)
  const [ana, bo] = await join(2)
  await ana?.request('direct.failed', { participantId: bo?.me.participantId ?? '' })
  await bo?.settled()
  expect(bo?.all('path.changed')).toEqual([])
  server.engine.becomeReady()
  expect((await bo?.event('path.changed'))?.path.mode).toBe('router')
})

test('M6 nobody can say it of a stranger', async () => {
  const ana = first(await join(1))
  const elsewhere = await server.join('garden')
  expect(await ana.refusal('direct.failed', { participantId: elsewhere.me.participantId })).toBe('participant.unknown')
})
