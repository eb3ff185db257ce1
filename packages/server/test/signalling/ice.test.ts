import { afterEach, expect, test } from 'vitest'
import { createRoomBook } from './room-book.ts'
import { startTestServer, type TestServer } from './test-server.ts'

const relay = {
  urls: ['turn:relay.example', 'turns:relay.example:443'],
  secret: 'sixteen characters',
  validSeconds: 600,
}

let server: TestServer
afterEach(() => server.stop())

/** A kitchen that is nobody's, and a clinic that hides addresses. */
async function start(settings: { relay: typeof relay | null }): Promise<ReturnType<typeof createRoomBook>> {
  const book = createRoomBook({ clinic: { hidesAddresses: true } })
  server = await startTestServer(settings, undefined, book.doorkeeper)
  return book
}

test('I1 whoever joins gets the relays with credentials of their own, which lapse', async () => {
  await start({ relay })
  const [ada, bo] = [await server.open(), await server.open()]
  const [hers, his] = [(await ada.join('kitchen')).ice, (await bo.join('kitchen')).ice]
  expect(hers).toMatchObject({ transport: 'all', goodForSeconds: 600, iceServers: [{ urls: relay.urls }] })
  expect(his.iceServers[0]?.username).not.toBe(hers.iceServers[0]?.username)
  expect(server.logged.join()).not.toContain(relay.secret)
  for (const { username, credential } of [...hers.iceServers, ...his.iceServers])
    for (const word of [username, credential]) expect(server.logged.join()).not.toContain(word)
})

test('I1 where there is no relay, none is told of', async () => {
  await start({ relay: null })
  const ada = await server.open()
  const none = { iceServers: [], transport: 'all', goodForSeconds: null }
  expect((await ada.join('kitchen')).ice).toEqual(none)
  expect(await ada.request('ice.get', {})).toEqual(none)
})

test('I2 fresh credentials are others, and lapse later', async () => {
  await start({ relay })
  const ada = await server.open()
  const { ice } = await ada.join('kitchen')
  await server.pass(400_000)
  const fresh = await ada.request('ice.get', {})
  const lapses = (settings: typeof ice) => Number(settings.iceServers[0]?.username.split(':')[0])
  expect(lapses(fresh) - lapses(ice)).toBe(400)
})

test('I2 N6 who hasn’t joined gets no relay, at the door neither', async () => {
  await start({ relay })
  const host = await server.open()
  await host.join('clinic', { claim: 'host_clinic_olga' })
  await host.request('room.lock', {})
  const bo = await server.open()
  expect(await bo.refusal('ice.get', {})).toBe('join.required')
  await bo.knock('clinic')
  expect(await bo.refusal('ice.get', {})).toBe('join.required')
  for (const type of ['transport.create', 'publish', 'subscribe'] as const)
    expect(await bo.refusal(type, {})).not.toBe('ok')
  const told = JSON.stringify([bo.events, bo.replies])
  for (const word of ['turn', 'ice', 'dtls', 'rtp', 'candidate', host.me?.participantId ?? ''])
    expect(told.toLowerCase()).not.toContain(word)
})

test('I3 a room that hides addresses says so in every answer, also when that changes meanwhile', async () => {
  const book = await start({ relay })
  const ada = await server.open()
  expect((await ada.join('clinic')).ice).toMatchObject({ transport: 'relay', iceServers: [{ urls: relay.urls }] })
  book.change('clinic', { hidesAddresses: false })
  const bo = await server.open()
  const { ice, path } = await bo.join('clinic')
  expect([ice.transport, path.mode]).toEqual(['relay', 'direct'])
  expect((await ada.request('ice.get', {})).transport).toBe('relay')
})

test('I4 without a relay such a room takes the router, and never goes directly', async () => {
  await start({ relay: null })
  const ada = await server.open()
  expect((await ada.join('clinic')).path.mode).toBe('router')
  const bo = await server.open()
  expect((await bo.join('clinic')).path.mode).toBe('router')
  await server.pass(60_000)
  expect(ada.all('path.changed')).toEqual([])
  server.engine.becomePending(null)
  server.engine.loseRouters()
  expect((await ada.event('path.changed')).path.mode).toBe('interrupted')
  server.engine.becomeReady()
  expect((await ada.event('path.changed', 2)).path.mode).toBe('router')
})

test('I4 while it can’t be had nobody is let in who would have to go directly', async () => {
  await start({ relay: null })
  server.engine.becomePending(30)
  const ada = await server.open()
  await expect(ada.join('clinic')).rejects.toThrow('room.router-pending')
  expect(server.app.meetings.size).toBe(0)
  server.engine.becomeReady()
  expect((await ada.join('clinic')).path.mode).toBe('router')
})
