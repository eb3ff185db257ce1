import { protocolVersion } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readable } from './test-client.ts'
import { gather, handleOf, keyPackageOf, sealed } from './test-group.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

test('T1 nothing of what was said before is told to who comes later', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const group = await gather(ana, bo)
  await ana.request('group.say', { message: sealed('before') })
  const cy = await server.join('kitchen')
  await group.add(cy)
  await ana.request('group.say', { message: sealed('after') })
  expect((await cy.event('group.said')).message).toBe(sealed('after'))
  expect(cy.texts.join()).not.toContain(sealed('before'))
})

test('T1 what passes between people is neither logged nor kept', async () => {
  const canary = sealed('canary-7f31')
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const group = await gather(ana, bo)
  await ana.request('group.say', { message: canary })
  await ana.request('group.say', { to: bo.me.participantId, message: canary })
  await bo.event('group.said', 2)
  await ana.refusal('group.say', { to: 'p_0123456789abcdef', message: canary })
  const lines = server.logged.join('\n')
  for (const secret of [
    canary,
    keyPackageOf(bo),
    group.groupId,
    group.at().authenticator,
    'kitchen',
    ana.me.participantId,
    '127.0.0.1',
  ]) {
    expect(lines).not.toContain(secret)
  }
})

test('T2 what is said reaches the other members with the sender that the server knows, and nobody else', async () => {
  const [ana, bo, cy] = [await server.join('kitchen'), await server.join('kitchen'), await server.join('kitchen')]
  await gather(ana, bo)
  await bo.ask('group.say', { message: sealed('hello'), from: ana.me.participantId })
  expect(await ana.event('group.said')).toMatchObject({ from: bo.me.participantId, message: sealed('hello') })
  for (const client of [bo, cy]) {
    await client.settled()
    expect(client.all('group.said')).toEqual([])
  }
})

test('T3 what is said to one reaches that one and nobody else', async () => {
  const [ana, bo, cy] = [await server.join('kitchen'), await server.join('kitchen'), await server.join('kitchen')]
  await gather(ana, bo, cy)
  await ana.request('group.say', { to: cy.me.participantId, message: sealed('a description') })
  expect((await cy.event('group.said')).from).toBe(ana.me.participantId)
  await bo.settled()
  expect(bo.all('group.said')).toEqual([])
})

test('T3 nobody speaks to themselves, to a stranger or to who has left', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const elsewhere = await server.join('garden')
  await gather(ana, bo)
  await bo.request('leave', {})
  for (const to of [ana, bo, elsewhere].map((client) => client.me.participantId)) {
    expect(await ana.refusal('group.say', { to, message: sealed('hello') })).toBe('participant.unknown')
  }
})

test('T3 who isn’t in the group neither says nor is told anything', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const message = sealed('hello')
  expect(await ana.refusal('group.say', { message })).toBe('group.stale')
  await gather(ana)
  expect(await bo.refusal('group.say', { message })).toBe('group.stale')
  expect(await bo.refusal('group.say', { to: ana.me.participantId, message })).toBe('group.stale')
  expect(await ana.refusal('group.say', { to: bo.me.participantId, message })).toBe('group.stale')
  expect(await ana.refusal('group.say', { message })).toBe('ok')
  await bo.settled()
  expect([...ana.all('group.said'), ...bo.all('group.said')]).toEqual([])
})

test('T4 what is no message of the group is malformed, and at the door what is no envelope', async () => {
  const ana = await server.join('kitchen')
  await gather(ana)
  for (const message of ['', 'plain text', 's1.AAAA', 'not base64!', 7, null]) {
    expect(await ana.refusal('group.say', { message }), String(message)).toBe('message.malformed')
  }
  await ana.request('room.lock', {})
  const bo = await server.open()
  const knock = { version: protocolVersion, room: 'kitchen' }
  for (const state of ['plain text', 'x1.AAAA', 's1.', 's1.not base64!', sealed('no prefix')]) {
    expect(await bo.refusal('knock', { ...knock, state }), state).toBe('message.malformed')
  }
  expect(await bo.refusal('knock', { ...knock, state: readable({ name: 'Bo' }) })).toBe('ok')
})

test('K1 everything held about the asker is told, and only to them', async () => {
  const ana = await server.join('kitchen')
  const bo = await server.join('kitchen')
  const group = await gather(ana, bo)
  const { facts } = await ana.request('knowledge.get', { language: 'en' })
  const value = (field: string) => facts.find((fact) => fact.field === field)?.value
  expect(value('roomName')).toBe('kitchen')
  expect(value('networkAddress')).toBe('127.0.0.1')
  expect(value('participantId')).toBe(ana.me.participantId)
  expect(value('peopleInRoom')).toBe('2')
  expect(value('groupHandle')).toBe(handleOf(ana))
  expect(value('groupPosition')).toBe(JSON.stringify(group.at()))
  expect(JSON.stringify(facts)).not.toContain(handleOf(bo))
  expect(JSON.stringify(facts)).not.toContain(bo.me.participantId)
})
