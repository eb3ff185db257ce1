import type { RtpCapabilities, RtpParameters } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from './test-client.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let people: TestClient[]
beforeEach(async () => {
  server = await startTestServer()
  people = []
  for (let at = 0; at < 5; at += 1) people.push(await server.join('kitchen'))
})
afterEach(() => server.stop())

const opus: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1_111 }],
}
const vp8: RtpParameters = {
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: 2_222 }],
}

function person(at: number): TestClient {
  return people[at] ?? expect.fail('nobody there')
}

async function sender(client: TestClient): Promise<string> {
  return (await client.request('transport.create', { direction: 'send' })).id
}

async function capabilities(): Promise<RtpCapabilities> {
  const { path } = await person(0).event('path.changed')
  return path.mode === 'router' ? path.rtpCapabilities : expect.fail('not on the router')
}

async function subscribed(client: TestClient, publicationId: string) {
  const { id } = await client.request('transport.create', { direction: 'receive' })
  return client.request('subscribe', { transportId: id, publicationId, rtpCapabilities: await capabilities() })
}

test('P1 a second transport of a direction ends the first and what it carried', async () => {
  const ana = person(0)
  const transportId = await sender(ana)
  const { publicationId } = await ana.request('publish', { transportId, slot: 'microphone', rtpParameters: opus })
  await sender(ana)
  expect((await person(1).event('unpublished')).publicationId).toBe(publicationId)
  expect(await ana.refusal('publish', { transportId, slot: 'microphone', rtpParameters: opus })).toBe(
    'transport.unknown',
  )
  expect(server.engine.counts()).toMatchObject({ transports: 1, producers: 0 })
})

test('P1 there are no transports in direct mode', async () => {
  const alone = await server.join('garden')
  expect(await alone.refusal('transport.create', { direction: 'send' })).toBe('mode.direct')
  expect(await alone.refusal('unpublish', { publicationId: 'x' })).toBe('mode.direct')
})

test('P2 the others are told what is published, also those who come later', async () => {
  const ana = person(0)
  const transportId = await sender(ana)
  const { publicationId } = await ana.request('publish', { transportId, slot: 'camera', rtpParameters: vp8 })
  await ana.request('publication.pause', { publicationId, paused: true })
  const publication = { id: publicationId, participantId: ana.me.participantId, slot: 'camera' }
  expect((await person(3).event('published')).publication).toEqual({ ...publication, paused: false })
  const late = await server.open()
  expect((await late.join('kitchen')).publications).toEqual([{ ...publication, paused: true }])
})

test('P2 the fifth track is refused, also where all are asked for at once', async () => {
  const ana = person(0)
  const transportId = await sender(ana)
  const asked = Array.from({ length: 6 }, (_, at) =>
    ana.refusal('publish', {
      transportId,
      slot: 'microphone',
      rtpParameters: { ...opus, encodings: [{ ssrc: 1 + at }] },
    }),
  )
  const answers = await Promise.all(asked)
  expect(answers.filter((code) => code === 'ok')).toHaveLength(4)
  expect(answers.filter((code) => code === 'publication.too-many')).toHaveLength(2)
  expect(server.engine.counts().producers).toBe(4)
})

test('P3 leaving ends what one published and what others subscribed to', async () => {
  const ana = person(0)
  const transportId = await sender(ana)
  const { publicationId } = await ana.request('publish', { transportId, slot: 'microphone', rtpParameters: opus })
  await subscribed(person(1), publicationId)
  await ana.request('leave', {})
  expect((await person(1).event('unpublished')).publicationId).toBe(publicationId)
  expect(server.engine.counts()).toMatchObject({ producers: 0, consumers: 0, transports: 1 })
})

test('P3 nobody ends or pauses what another publishes', async () => {
  const transportId = await sender(person(0))
  const { publicationId } = await person(0).request('publish', { transportId, slot: 'microphone', rtpParameters: opus })
  expect(await person(1).refusal('unpublish', { publicationId })).toBe('publication.unknown')
  expect(await person(1).refusal('publication.pause', { publicationId, paused: true })).toBe('publication.unknown')
  expect(server.engine.counts().producers).toBe(1)
})

test('P4 parameters that the router does not take are refused', async () => {
  const ana = person(0)
  const transportId = await sender(ana)
  expect(await ana.refusal('publish', { transportId, slot: 'microphone', rtpParameters: vp8 })).toBe('media.refused')
  expect(await ana.refusal('publish', { transportId, slot: 'microphone', rtpParameters: { codecs: [] } })).toBe(
    'message.malformed',
  )
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] }
  await ana.request('transport.connect', {
    transportId,
    dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] },
  })
  expect(await ana.refusal('transport.connect', { transportId, dtlsParameters })).toBe('media.refused')
})

test('P5 what is not one’s own does not exist', async () => {
  const transportId = await sender(person(0))
  const bo = person(1)
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] }
  for (const id of [transportId, 'no-such-transport']) {
    expect(await bo.refusal('transport.connect', { transportId: id, dtlsParameters })).toBe('transport.unknown')
    expect(await bo.refusal('transport.restart', { transportId: id })).toBe('transport.unknown')
    expect(await bo.refusal('publish', { transportId: id, slot: 'microphone', rtpParameters: opus })).toBe(
      'transport.unknown',
    )
  }
  expect(await bo.refusal('subscription.start', { subscriptionId: 'none' })).toBe('publication.unknown')
})

test('S1 S4 a subscription starts when asked, and takes a wish for a layer', async () => {
  const transportId = await sender(person(0))
  const { publicationId } = await person(0).request('publish', { transportId, slot: 'camera', rtpParameters: vp8 })
  const subscription = await subscribed(person(1), publicationId)
  expect(subscription.kind).toBe('video')
  await person(1).request('subscription.start', { subscriptionId: subscription.subscriptionId })
  await person(1).request('subscription.prefer', { subscriptionId: subscription.subscriptionId, spatialLayer: 1 })
})

test('S2 only what others in the same meeting publish can be subscribed to', async () => {
  const transportId = await sender(person(0))
  const { publicationId } = await person(0).request('publish', { transportId, slot: 'camera', rtpParameters: vp8 })
  await expect(subscribed(person(0), publicationId)).rejects.toThrow('publication.unknown')
  await expect(subscribed(person(1), 'no-such-publication')).rejects.toThrow('publication.unknown')
})

test('S3 subscribing again replaces', async () => {
  const transportId = await sender(person(0))
  const { publicationId } = await person(0).request('publish', { transportId, slot: 'camera', rtpParameters: vp8 })
  const { id } = await person(1).request('transport.create', { direction: 'receive' })
  const rtpCapabilities = await capabilities()
  const once = await person(1).request('subscribe', { transportId: id, publicationId, rtpCapabilities })
  const twice = await person(1).request('subscribe', { transportId: id, publicationId, rtpCapabilities })
  expect(twice.subscriptionId).not.toBe(once.subscriptionId)
  expect(server.engine.counts().consumers).toBe(1)
})

test('P3 L3 when all have left nothing of the router remains', async () => {
  const transportId = await sender(person(0))
  const { publicationId } = await person(0).request('publish', { transportId, slot: 'camera', rtpParameters: vp8 })
  await subscribed(person(1), publicationId)
  for (const one of people) await one.request('leave', {})
  expect(server.engine.counts()).toEqual({ routers: 0, transports: 0, producers: 0, consumers: 0 })
})

test('H6 the router forwards nothing of what a host stopped, and takes it again only from its owner', async () => {
  const [ana, bo] = [person(0), person(1)]
  const transportId = await sender(bo)
  const microphone = { transportId, slot: 'microphone', rtpParameters: opus } as const
  const { publicationId } = await bo.request('publish', microphone)
  await ana.request('host.mute', { participantId: bo.me.participantId })
  const late = await server.open()
  const { publications } = await late.join('kitchen')
  expect(publications).toMatchObject([{ id: publicationId, paused: true }])
  // A client that doesn't obey: neither going on nor beginning anew helps.
  expect(await bo.refusal('publication.pause', { publicationId, paused: false })).toBe('media.stopped')
  expect(await bo.refusal('publish', microphone)).toBe('media.stopped')
  await bo.request('media.resume', { slot: 'microphone' })
  await bo.request('publication.pause', { publicationId, paused: false })
  // Another slot was never touched.
  const camera = { transportId, slot: 'camera', rtpParameters: vp8 } as const
  await bo.request('publish', camera)
})
