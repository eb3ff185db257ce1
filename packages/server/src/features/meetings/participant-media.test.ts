import type { RtpParameters } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { createSimulatedEngine } from '../../platform/media/simulated.ts'
import { ParticipantMedia } from './participant-media.ts'

const opus: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1_111 }],
}

test('M4 what was under way when the path changed isn’t told of as the new path’s, and what there was goes on', async () => {
  const engine = createSimulatedEngine()
  const media = new ParticipantMedia(await engine.createRouter(), 'p_aaaaaaaaaaaaaaaa')
  const { parameters } = await media.createTransport('send')
  await media.publish(parameters.id, 'microphone', opus)
  const underWay = [
    media.publish(parameters.id, 'screen-audio', { ...opus, encodings: [{ ssrc: 2_222 }] }),
    media.createTransport('receive'),
  ]
  media.retire()
  const outcomes = await Promise.allSettled(underWay)
  expect(outcomes).toMatchObject(underWay.map(() => ({ status: 'rejected', reason: { code: 'mode.direct' } })))
  expect(engine.counts()).toMatchObject({ transports: 1, producers: 1 })
})
