import { afterEach, beforeEach, expect, test } from 'vitest'
import { readable } from './test-client.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

test('T1 who comes later gets the newest state, and no chat from before', async () => {
  const ana = await server.join('kitchen', 'Ana')
  await ana.request('state.set', { state: readable({ name: 'Ana', hand: true }) })
  await ana.request('chat.send', { envelope: readable({ text: 'before' }) })
  const bo = await server.open()
  const result = await bo.join('kitchen')
  expect(result.participants[0]?.state).toBe(readable({ name: 'Ana', hand: true }))
  await bo.settled()
  expect(bo.all('chat.sent')).toEqual([])
})

test('T1 what passes between people is neither logged nor kept', async () => {
  const canary = readable({ text: 'canary-7f31' })
  const ana = await server.join('kitchen', 'canary-name')
  const bo = await server.join('kitchen', 'Bo')
  await ana.request('chat.send', { envelope: canary })
  await ana.request('signal.send', { to: bo.me.participantId, envelope: canary })
  await bo.event('signal.received')
  const lines = server.logged.join('\n')
  for (const secret of [
    'canary',
    canary,
    readable({ name: 'canary-name' }),
    'kitchen',
    ana.me.participantId,
    '127.0.0.1',
  ]) {
    expect(lines).not.toContain(secret)
  }
})

test('T2 state and chat reach the others with the sender that the server knows', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  await bo.ask('chat.send', { envelope: readable({ text: 'hello' }), from: ana.me.participantId })
  await bo.ask('state.set', { state: readable({ name: 'Bo 2' }), participantId: ana.me.participantId })
  expect(await ana.event('chat.sent')).toEqual({
    seq: 2,
    type: 'chat.sent',
    from: bo.me.participantId,
    envelope: readable({ text: 'hello' }),
  })
  expect((await ana.event('state.changed')).participantId).toBe(bo.me.participantId)
  await bo.settled()
  expect(bo.all('chat.sent')).toEqual([])
})

test('T3 a signal reaches the one it is for and nobody else', async () => {
  const [ana, bo, cy] = [await server.join('kitchen'), await server.join('kitchen'), await server.join('kitchen')]
  await ana.request('signal.send', { to: cy.me.participantId, envelope: readable({ kind: 'test' }) })
  expect((await cy.event('signal.received')).from).toBe(ana.me.participantId)
  await bo.settled()
  expect(bo.all('signal.received')).toEqual([])
})

test('T3 nobody signals to themselves, to a stranger or to who has left', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const elsewhere = await server.join('garden')
  await bo.request('leave', {})
  const envelope = readable({})
  for (const to of [ana, bo, elsewhere].map((client) => client.me.participantId)) {
    expect(await ana.refusal('signal.send', { to, envelope })).toBe('participant.unknown')
  }
})

test('T4 what is no envelope is malformed', async () => {
  const ana = await server.join('kitchen')
  for (const envelope of ['plain text', 'x1.AAAA', 's1.', 's1.not base64!', `s1.${'A'.repeat(20_000)}`]) {
    expect(await ana.refusal('chat.send', { envelope }), envelope.slice(0, 20)).toBe('message.malformed')
  }
})

test('K1 everything held about the asker is told, and only to them', async () => {
  const ana = await server.join('kitchen', 'Ana')
  const bo = await server.join('kitchen', 'Bo')
  const { facts } = await ana.request('knowledge.get', { language: 'en' })
  const value = (field: string) => facts.find((fact) => fact.field === field)?.value
  expect(value('roomName')).toBe('kitchen')
  expect(value('networkAddress')).toBe('127.0.0.1')
  expect(value('participantId')).toBe(ana.me.participantId)
  expect(value('peopleInRoom')).toBe('2')
  expect(JSON.stringify(facts)).not.toContain(bo.me.participantId)
})
