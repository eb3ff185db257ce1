import { RtpCapabilities, RtpParameters, TransportParameters } from '@samtale/protocol'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  EngineUnavailable,
  MediaRefused,
  type MediaRouter,
  type MediaTransport,
} from '../../src/platform/media/engine.ts'
import { engines, type Subject } from './engines.ts'
import { PATIENCE_MS } from './real-engine.ts'
import { dtlsParameters, opus, screen, simulcast } from './tracks.ts'

describe.each(engines)('the $name engine', ({ open }) => {
  let subject: Subject
  let router: MediaRouter
  let send: MediaTransport
  let receive: MediaTransport

  beforeAll(async () => {
    subject = await open()
  }, PATIENCE_MS)
  afterAll(() => subject.engine.close())
  beforeEach(async () => {
    router = await subject.engine.createRouter()
    send = await router.createTransport('send')
    receive = await router.createTransport('receive')
  })
  afterEach(() => router.close())

  const consume = (producerId: string) => receive.consume({ producerId, rtpCapabilities: router.rtpCapabilities })

  test('is ready, and tells its status', () => {
    expect(subject.engine.status()).toEqual({ state: 'ready', workers: 1 })
  })

  test('routes Opus, VP8 before VP9, with retransmission', () => {
    expect(router.rtpCapabilities.codecs?.map(({ mimeType }) => mimeType)).toEqual([
      'audio/opus',
      'video/VP8',
      'video/rtx',
      'video/VP9',
      'video/rtx',
    ])
    expect(RtpCapabilities.parse(router.rtpCapabilities)).toEqual(router.rtpCapabilities)
  })

  test('gives parameters that fit the wire, of a transport for UDP and TCP', () => {
    expect(TransportParameters.parse(send.parameters)).toEqual(send.parameters)
    expect(new Set(send.parameters.iceCandidates.map(({ protocol }) => protocol))).toEqual(new Set(['udp', 'tcp']))
    expect(send.parameters.iceParameters.iceLite).toBe(true)
    expect(send.parameters.id).not.toBe(receive.parameters.id)
  })

  test('connects a transport once', async () => {
    await send.connect(dtlsParameters)
    await expect(send.connect(dtlsParameters)).rejects.toThrow(MediaRefused)
  })

  test('restarts ICE with other credentials', async () => {
    const fresh = await send.restartIce()
    expect(fresh.usernameFragment).not.toBe(send.parameters.iceParameters.usernameFragment)
    expect(fresh.password).not.toBe(send.parameters.iceParameters.password)
  })

  test.each([
    ['a microphone', 'audio', opus],
    ['a camera in three sizes', 'video', simulcast],
    ['a screen in VP9', 'video', screen],
  ] as const)('carries %s', async (_what, kind, rtpParameters) => {
    const producer = await send.produce({ kind, rtpParameters })
    const consumer = await consume(producer.id)
    expect(consumer.kind).toBe(kind)
    expect(RtpParameters.parse(consumer.rtpParameters)).toEqual(consumer.rtpParameters)
    expect(consumer.rtpParameters.encodings).toHaveLength(1)
    expect(consumer.rtpParameters.codecs[0]?.mimeType).toBe(rtpParameters.codecs[0]?.mimeType)
    await consumer.start()
    await consumer.preferLayer(0)
    await consumer.preferLayer(2)
    await producer.setPaused(true)
    await producer.setPaused(false)
  })

  test('gives every track that a transport receives a name of its own', async () => {
    const first = await consume((await send.produce({ kind: 'audio', rtpParameters: opus })).id)
    const second = await consume((await send.produce({ kind: 'video', rtpParameters: screen })).id)
    expect(first.rtpParameters.mid).not.toBe(second.rtpParameters.mid)
    expect(first.id).not.toBe(second.id)
  })

  test.each([
    ['video as audio', 'audio', screen],
    ['audio as video', 'video', opus],
    [
      'a codec that is not routed',
      'video',
      { ...screen, codecs: [{ mimeType: 'video/H264', payloadType: 98, clockRate: 90_000 }] },
    ],
    [
      'a codec that nobody knows',
      'video',
      { ...screen, codecs: [{ mimeType: 'video/x', payloadType: 98, clockRate: 90_000 }] },
    ],
    ['a name that is no codec', 'video', { ...screen, codecs: [{ mimeType: '', payloadType: 98, clockRate: 90_000 }] }],
    ['a stream without SSRC, RID and MID', 'video', { codecs: screen.codecs, encodings: [{}] }],
    ['two streams without SSRC and RID', 'video', { ...screen, encodings: [{}, {}] }],
    [
      'a payload type twice',
      'video',
      {
        ...screen,
        codecs: [...screen.codecs, ...simulcast.codecs.slice(0, 1)].map((codec) => ({ ...codec, payloadType: 98 })),
      },
    ],
    [
      'retransmission of nothing',
      'video',
      { ...screen, codecs: [{ mimeType: 'video/rtx', payloadType: 98, clockRate: 90_000, parameters: { apt: 1 } }] },
    ],
  ] as const)('refuses %s', async (_what, kind, rtpParameters) => {
    const asked = send.produce({ kind, rtpParameters: RtpParameters.parse(rtpParameters) })
    await expect(asked).rejects.toThrow(MediaRefused)
  })

  test('takes a bitrate that is not a whole number, and goes on', async () => {
    for (const maxBitrate of [1.5, -0.5, 1e300, 0]) {
      const encodings = [{ ssrc: 1, maxBitrate, scaleResolutionDownBy: 1.5 }]
      const producer = await send.produce({ kind: 'video', rtpParameters: { ...screen, encodings } })
      const consumer = await consume(producer.id)
      expect(Number.isSafeInteger(consumer.rtpParameters.encodings?.[0]?.maxBitrate ?? 0)).toBe(true)
      await consumer.start()
      producer.close()
    }
  })

  test('refuses an SSRC twice on a transport', async () => {
    await send.produce({ kind: 'audio', rtpParameters: opus })
    await expect(send.produce({ kind: 'audio', rtpParameters: { ...opus, mid: '9' } })).rejects.toThrow(MediaRefused)
  })

  test('lets a transport only send or only receive', async () => {
    const producer = await send.produce({ kind: 'audio', rtpParameters: opus })
    const { rtpCapabilities } = router
    await expect(receive.produce({ kind: 'video', rtpParameters: screen })).rejects.toThrow(MediaRefused)
    await expect(send.consume({ producerId: producer.id, rtpCapabilities })).rejects.toThrow(MediaRefused)
  })

  test('refuses to receive what is not there, or not in this router', async () => {
    await expect(consume(crypto.randomUUID())).rejects.toThrow(MediaRefused)
    const other = await subject.engine.createRouter()
    const elsewhere = await (await other.createTransport('send')).produce({ kind: 'audio', rtpParameters: opus })
    await expect(consume(elsewhere.id)).rejects.toThrow(MediaRefused)
    other.close()
  })

  test('refuses a receiver that cannot decode', async () => {
    const producer = await send.produce({ kind: 'video', rtpParameters: screen })
    const codecs = router.rtpCapabilities.codecs?.filter(({ mimeType }) => mimeType !== 'video/VP9') ?? []
    for (const rtpCapabilities of [{ ...router.rtpCapabilities, codecs }, {}]) {
      await expect(receive.consume({ producerId: producer.id, rtpCapabilities })).rejects.toThrow(MediaRefused)
    }
  })

  test('ends what is received with what is sent', async () => {
    const producer = await send.produce({ kind: 'audio', rtpParameters: opus })
    const consumer = await consume(producer.id)
    producer.close()
    producer.close()
    await expect(consumer.start()).rejects.toThrow(MediaRefused)
    await expect(consumer.preferLayer(1)).rejects.toThrow(MediaRefused)
    await expect(producer.setPaused(true)).rejects.toThrow(MediaRefused)
    await expect(consume(producer.id)).rejects.toThrow(MediaRefused)
    consumer.close()
  })

  test('ends with a transport what it carries, and frees its SSRC', async () => {
    const producer = await send.produce({ kind: 'audio', rtpParameters: opus })
    const consumer = await consume(producer.id)
    send.close()
    send.close()
    await expect(consumer.start()).rejects.toThrow(MediaRefused)
    await expect(send.connect(dtlsParameters)).rejects.toThrow(MediaRefused)
    await expect(send.restartIce()).rejects.toThrow(MediaRefused)
    await expect(send.produce({ kind: 'audio', rtpParameters: opus })).rejects.toThrow(MediaRefused)
    const again = await router.createTransport('send')
    await again.produce({ kind: 'audio', rtpParameters: opus })
  })

  test('ends with a router all that is in it, and says nothing of a loss', async () => {
    let lost = 0
    router.onLost(() => (lost += 1))
    const producer = await send.produce({ kind: 'audio', rtpParameters: opus })
    router.close()
    router.close()
    await expect(router.createTransport('send')).rejects.toThrow(MediaRefused)
    await expect(producer.setPaused(true)).rejects.toThrow(MediaRefused)
    await subject.loseWorker()
    expect(lost).toBe(0)
  })

  test('tells every router once that it is lost, and makes new ones when the worker is back', async () => {
    const lost: string[] = []
    const other = await subject.engine.createRouter()
    router.onLost(() => lost.push('router'))
    other.onLost(() => lost.push('other'))
    const producer = await send.produce({ kind: 'audio', rtpParameters: opus })
    const states: string[] = []
    const stop = subject.engine.onStatus(({ state }) => states.push(state))
    await subject.loseWorker()
    await subject.loseWorker()
    stop()
    expect(lost.toSorted()).toEqual(['other', 'router'])
    expect(states).toEqual(['pending', 'ready', 'pending', 'ready'])
    await expect(router.createTransport('send')).rejects.toThrow(MediaRefused)
    await expect(producer.setPaused(true)).rejects.toThrow(MediaRefused)
    router.close()
    const again = await subject.engine.createRouter()
    await (await again.createTransport('send')).produce({ kind: 'audio', rtpParameters: opus })
    again.close()
    expect(lost).toHaveLength(2)
  })

  test('tells also who asks too late that a router was lost', async () => {
    await subject.loseWorker()
    const told = new Promise<string>((resolve) => router.onLost(() => resolve('lost')))
    expect(await told).toBe('lost')
  })
})

describe.each(engines)('the $name engine, closed', ({ open }) => {
  test('makes no routers any more, and loses none', { timeout: PATIENCE_MS }, async () => {
    const { engine } = await open()
    const router = await engine.createRouter()
    let lost = 0
    router.onLost(() => (lost += 1))
    let told = 0
    engine.onStatus(() => (told += 1))
    await engine.close()
    await engine.close()
    await expect(engine.createRouter()).rejects.toThrow(EngineUnavailable)
    await expect(router.createTransport('send')).rejects.toThrow(MediaRefused)
    expect({ lost, told }).toEqual({ lost: 0, told: 0 })
  })
})
