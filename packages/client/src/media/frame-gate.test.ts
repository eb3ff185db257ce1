import { expect, test } from 'vitest'
import { decodeHeader } from '../sframe/header.ts'
import { FrameGate } from './frame-gate.ts'
import type { FrameLabel, FromFrameWorker } from './frame-messages.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const frame = () => random(90)
const sending: FrameLabel = { direction: 'send', slot: 'microphone', participantId: 'p2' }
const receiving: FrameLabel = { direction: 'receive', slot: 'microphone', participantId: 'p1' }

/** Ana's worker and Bo's, with transforms 1 between them; Ana is participant p1. */
async function pair() {
  let time = 0
  const told: { ana: FromFrameWorker[]; bo: FromFrameWorker[] } = { ana: [], bo: [] }
  const ana = new FrameGate(
    () => time,
    (message) => told.ana.push(message),
  )
  const bo = new FrameGate(
    () => time,
    (message) => told.bo.push(message),
  )
  ana.attach(1, sending)
  bo.attach(1, receiving)
  const begin = async (epoch: number) => {
    const baseKey = random(16)
    await bo.takeKey({ type: 'receive-keys', keys: { epoch, senders: [{ leaf: 0, member: 'ana', baseKey }] } })
    await ana.takeKey({ type: 'send-key', key: { epoch, leaf: 0, baseKey } })
  }
  const send = async (data = frame()) => {
    const sealed = await ana.pass(1, 'audio/opus', data)
    return sealed && bo.pass(1, 'audio/opus', sealed)
  }
  const statuses = () => told.bo.flatMap((message) => (message.type === 'receiving' ? [message] : []))
  return { ana, bo, told, begin, send, statuses, wait: (ms: number) => void (time += ms) }
}

test('nothing is sent before there is a key, and nothing shown before the member is known', async () => {
  const { ana, bo, begin, send } = await pair()
  expect(await ana.pass(1, 'audio/opus', frame())).toBeNull()
  await begin(1)
  expect(await send()).toBeNull()
  bo.setMembers([['p1', 'ana']])
  const data = frame()
  expect(await send(data)).toEqual(data)
  expect(ana.counts()).toEqual([[1, { seen: 3, passed: 2 }]])
  expect(bo.counts()).toEqual([[1, { seen: 2, passed: 1 }]])
})

test('frames of another member than the tile’s are dropped, also when the server says that they are', async () => {
  const { bo, begin, send } = await pair()
  await begin(1)
  bo.setMembers([['p1', 'cy']])
  expect(await send()).toBeNull()
  bo.setMembers([])
  expect(await send()).toBeNull()
})

test('through no transform that is known, nothing passes, in either direction', async () => {
  const { ana, bo, begin, send } = await pair()
  await begin(1)
  bo.setMembers([['p1', 'ana']])
  expect(await ana.pass(7, 'audio/opus', frame())).toBeNull()
  ana.forget(1)
  expect(await send()).toBeNull()
})

test('out of the group nothing is sealed or opened, until another group’s keys come', async () => {
  const { ana, bo, told, begin, send } = await pair()
  bo.setMembers([['p1', 'ana']])
  await begin(7)
  expect(await send()).not.toBeNull()
  await Promise.all([ana.takeKey({ type: 'stop' }), bo.takeKey({ type: 'stop' })])
  expect(await send()).toBeNull()
  await begin(0)
  expect(await send()).not.toBeNull()
  const sealing = told.ana.flatMap((message) => (message.type === 'sealing' ? [message.epoch] : []))
  expect(sealing).toEqual([7, null, 0])
})

test('a key that was used is refused, and what was goes on', async () => {
  const { ana, told, begin } = await pair()
  await begin(2)
  const key = { epoch: 3, leaf: 0, baseKey: random(16) }
  await ana.takeKey({ type: 'send-key', key })
  await ana.takeKey({ type: 'send-key', key: { ...key, epoch: 4 } })
  expect(await ana.pass(1, 'audio/opus', frame())).not.toBeNull()
  expect(told.ana.filter(({ type }) => type === 'sealing')).toHaveLength(2)
})

test('frames come out in the order in which they went in, and each once', async () => {
  const { bo, begin, send } = await pair()
  await begin(1)
  bo.setMembers([['p1', 'ana']])
  const frames = Array.from({ length: 30 }, frame)
  expect(await Promise.all(frames.map(send))).toEqual(frames)
})

test('how somebody’s frames do is told once each time it changes', async () => {
  const { bo, begin, send, statuses, wait } = await pair()
  bo.setMembers([['p1', 'ana']])
  await begin(1)
  await send()
  bo.tick()
  bo.tick()
  expect(statuses().map(({ status }) => status)).toEqual([{ state: 'encrypted', why: null }])
  await bo.takeKey({ type: 'stop' })
  for (const _ of [1, 2, 3]) {
    await send()
    wait(1_000)
    bo.tick()
  }
  expect(statuses().at(-1)?.status).toEqual({ state: 'trouble', why: 'no-key' })
  bo.setMembers([])
  expect(statuses().at(-1)?.status).toEqual({ state: 'waiting', why: null })
})

test('one counter for everything that is sent: on all connections, in all slots and layers', async () => {
  const { ana, begin } = await pair()
  await begin(1)
  const labels: FrameLabel[] = [
    sending,
    { ...sending, participantId: 'p3' },
    { ...sending, participantId: '' },
    { direction: 'send', slot: 'screen-audio', participantId: '' },
  ]
  labels.forEach((label, index) => ana.attach(10 + index, label))
  const sealed = await Promise.all(
    Array.from({ length: 40 }, (_, at) => ana.pass(10 + (at % labels.length), 'audio/opus', frame())),
  )
  const counters = sealed.map((one) => decodeHeader(one ?? new Uint8Array())?.counter)
  expect(counters.toSorted((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at))
})
