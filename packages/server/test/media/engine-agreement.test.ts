import { RtpCapabilities, RtpParameters, type RtpParameters as Parameters } from '@samtale/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MediaRefused, type MediaRouter, type MediaTransport } from '../../src/platform/media/engine.ts'
import { createSimulatedEngine } from '../../src/platform/media/simulated.ts'
import { anyCapabilities, anyTrack } from './any-parameters.ts'
import { createRealEngine, PATIENCE_MS, untilReady, type RealEngine } from './real-engine.ts'

let real: RealEngine
let routers: MediaRouter[]
let lost = 0
beforeAll(async () => {
  real = createRealEngine()
  await untilReady(real.engine)
  routers = [await real.engine.createRouter(), await createSimulatedEngine().createRouter()]
  routers[0]?.onLost(() => (lost += 1))
}, PATIENCE_MS)
afterAll(() => real.engine.close())

type Answer = 'refused' | Parameters

/** One track through one router: what a receiver gets, or null where sending or receiving is refused. */
async function carry(
  router: MediaRouter,
  receive: MediaTransport,
  { kind, rtpParameters }: { kind: 'audio' | 'video'; rtpParameters: Parameters },
  rtpCapabilities: RtpCapabilities,
): Promise<{ sent: boolean; received: Answer }> {
  const send = await router.createTransport('send')
  try {
    const producer = await send.produce({ kind, rtpParameters }).catch(onlyRefusals)
    if (producer === null) return { sent: false, received: 'refused' }
    const consumer = await receive.consume({ producerId: producer.id, rtpCapabilities }).catch(onlyRefusals)
    if (consumer === null) return { sent: true, received: 'refused' }
    await consumer.start()
    return { sent: true, received: withoutRandom(consumer.rtpParameters) }
  } finally {
    send.close()
  }
}

function onlyRefusals(error: unknown): null {
  expect(error).toBeInstanceOf(MediaRefused)
  return null
}

/** Without the SSRCs that each router invents, and what counts on. */
function withoutRandom({ mid: _mid, rtcp: _rtcp, encodings = [], ...rest }: Parameters): Parameters {
  return { ...rest, encodings: encodings.map(({ ssrc: _ssrc, rtx: _rtx, ...encoding }) => encoding) }
}

test(
  'whatever a client sends, both engines take and refuse the same, and no worker dies of it',
  { timeout: 120_000 },
  async () => {
    const [first, second] = routers
    if (first === undefined || second === undefined) throw new Error('no routers')
    const receiving = [await first.createTransport('receive'), await second.createTransport('receive')] as const
    const property = fc.asyncProperty(anyTrack, anyCapabilities(first.rtpCapabilities), async (track, capabilities) => {
      // The generators stay within what the protocol lets through.
      RtpParameters.parse(track.rtpParameters)
      RtpCapabilities.parse(capabilities)
      const answer = await carry(first, receiving[0], track, capabilities)
      expect(await carry(second, receiving[1], track, capabilities)).toEqual(answer)
      expect(lost).toBe(0)
    })
    await fc.assert(property, { numRuns: 1_000 })
    expect(real.logged.filter((line) => !line.includes('media.worker-started'))).toEqual([])
  },
)
