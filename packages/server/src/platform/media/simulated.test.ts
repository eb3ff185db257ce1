import { expect, test } from 'vitest'
import { EngineUnavailable } from './engine.ts'
import { createSimulatedEngine } from './simulated.ts'

const track = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1 }],
}
const nothing = { routers: 0, transports: 0, producers: 0, consumers: 0 }

async function meeting(engine: ReturnType<typeof createSimulatedEngine>) {
  const router = await engine.createRouter()
  const send = await router.createTransport('send')
  const receive = await router.createTransport('receive')
  const producer = await send.produce({ kind: 'audio', rtpParameters: track })
  const consumer = await receive.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities })
  return { router, send, receive, producer, consumer }
}

test('counts what is open, so that a test sees what leaks', async () => {
  const engine = createSimulatedEngine()
  const { router, send, consumer, producer } = await meeting(engine)
  expect(engine.counts()).toEqual({ routers: 1, transports: 2, producers: 1, consumers: 1 })
  consumer.close()
  expect(engine.counts()).toMatchObject({ producers: 1, consumers: 0 })
  producer.close()
  send.close()
  expect(engine.counts()).toMatchObject({ transports: 1, producers: 0 })
  router.close()
  expect(engine.counts()).toEqual(nothing)
})

test('a lost router leaves nothing open', async () => {
  const engine = createSimulatedEngine()
  await meeting(engine)
  await meeting(engine)
  expect(engine.counts().routers).toBe(2)
  engine.loseRouters()
  expect(engine.counts()).toEqual(nothing)
})

test('is as ready as a test wants it', async () => {
  const engine = createSimulatedEngine()
  engine.becomePending(90)
  expect(engine.status()).toMatchObject({ state: 'pending', secondsLeft: 90 })
  await expect(engine.createRouter()).rejects.toThrow(EngineUnavailable)
  engine.becomeUnavailable({ code: 'media.port-in-use', detail: 'x' })
  expect(engine.status()).toEqual({ state: 'unavailable', trouble: { code: 'media.port-in-use', detail: 'x' } })
  engine.becomeReady()
  await engine.createRouter()
})
