import { protocolVersion, type Params } from '@samtale/protocol'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from './test-client.ts'
import { gather, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

function place(client: TestClient, lastSeq: number): Params<'resume'> {
  return { version: protocolVersion, participantId: client.me.participantId, token: client.me.token, lastSeq }
}

/** The stay that is to go on, as its owner says it. */
function stayOf({ me: { token, generation } }: TestClient) {
  return { token, generation }
}

test('R1 the right token continues the stay; the others notice nothing', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await gather(ana, bo)
  await server.broken(bo)
  const again = await server.open()
  await again.request('resume', place(bo, 0))
  await again.request('group.say', { message: sealed('back') })
  expect((await ana.event('group.said')).from).toBe(bo.me.participantId)
  await server.pass(60_000)
  expect(ana.all('participant.left')).toEqual([])
})

test.each([
  ['a wrong token', (client: TestClient) => ({ ...place(client, 0), token: 'x'.repeat(32) })],
  ['an unknown id', (client: TestClient) => ({ ...place(client, 0), participantId: `p_${'x'.repeat(16)}` })],
  ['a number that was never sent', (client: TestClient) => place(client, 999)],
])('R1 %s is refused with resume.unknown', async (_what, params) => {
  const ana = await server.join('kitchen')
  const other = await server.open()
  expect(await other.refusal('resume', params(ana))).toBe('resume.unknown')
})

test('R1 who left can not come back by resuming', async () => {
  const ana = await server.join('kitchen')
  await server.join('kitchen')
  await ana.request('leave', {})
  const again = await server.open()
  expect(await again.refusal('resume', place(ana, 0))).toBe('resume.unknown')
})

test('R2 the place is kept for twelve seconds, then the others are told', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await server.broken(bo)
  await server.pass(11_000)
  expect(ana.all('participant.left')).toEqual([])
  await server.pass(1_000)
  await ana.event('participant.left')
})

test('R3 missed events follow the answer, in order and none twice, wherever the break was', async () => {
  const ana = await server.join('kitchen')
  const group = await gather(ana)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), async (before, missed) => {
      const bo = await server.join('kitchen')
      await group.add(bo)
      const texts = Array.from({ length: before + missed }, (_, at) => sealed(`${at}`))
      for (const message of texts.slice(0, before)) await ana.request('group.say', { message })
      await bo.until(() => (bo.all('group.said').length === before ? true : null))
      await server.broken(bo)
      for (const message of texts.slice(before)) await ana.request('group.say', { message })
      const again = await server.open()
      await again.request('resume', place(bo, bo.events.at(-1)?.seq ?? 0))
      await again.settled()
      expect(again.arrived[0]).toBe('answer')
      const heard = [...bo.events, ...again.events]
      expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, at) => at + 1))
      expect(heard.flatMap((event) => (event.type === 'group.said' ? event.message : []))).toEqual(texts)
      await again.request('leave', {})
      group.members.pop()
    }),
    { numRuns: 12 },
  )
})

test('R3 where events are no longer kept the stay ends', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await gather(ana, bo)
  await server.broken(bo)
  for (let at = 0; at < 520; at += 1) {
    if (at % 20 === 0) await server.pass(500)
    ana.sendText(JSON.stringify({ id: 1_000 + at, type: 'group.say', message: sealed(`${at}`) }))
  }
  await ana.settled()
  const again = await server.open()
  expect(await again.refusal('resume', place(bo, 0))).toBe('resume.unknown')
  await ana.event('participant.left')
})

test('R5 after a restart one comes back under the same id, also over a second one', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  let people = [ana, bo]
  for (const minutes of [1, 2]) {
    await server.stop()
    server = await startTestServer()
    await server.pass(minutes * 60_000)
    const back: TestClient[] = []
    for (const one of people) {
      const client = await server.open()
      await client.join('kitchen', { again: stayOf(one) })
      back.push(client)
    }
    people = back
    for (const [at, one] of [ana, bo].entries()) {
      const { generation, ...same } = people[at]?.me ?? expect.fail('nobody')
      expect(same).toEqual({ participantId: one.me.participantId, token: one.me.token })
      expect(generation).toBeGreaterThan(one.me.generation)
    }
  }
})

test('R5 nobody takes the place of who is there, nor a stay up again that ended in this meeting', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const ids = async (params: ReturnType<typeof stayOf>) =>
    (await (await server.open()).join('kitchen', { again: params })).participantId
  const early = { ...stayOf(ana), generation: 0 }
  expect(await ids(early)).not.toBe(ana.me.participantId)
  await bo.request('leave', {})
  expect(await ids(stayOf(bo))).not.toBe(bo.me.participantId)
})

test('R4 the older connection is closed, the newer goes on', async () => {
  const ana = await server.join('kitchen')
  const second = await server.open()
  await second.request('resume', place(ana, 0))
  expect(await ana.wasClosed()).toEqual({ code: 4409, reason: 'resume.elsewhere' })
  await second.request('ping', {})
  await server.pass(60_000)
  await second.settled()
  expect(server.app.meetings.people).toBe(1)
})
