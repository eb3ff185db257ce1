import type { RtpCapabilities, RtpParameters } from '@samtale/protocol'
import fc from 'fast-check'

/** Mostly the first, now and then the second. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd })

const short = mostly(fc.constantFrom('', '0', '1', 'q', 'h', 'f'), fc.string({ maxLength: 256 }))
const uint32 = mostly(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(3))
const payloadType = mostly(fc.constantFrom(96, 97, 98, 99), fc.nat(127))
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const value = fc.oneof(short, fc.integer(), number, fc.boolean(), fc.constant(null))
const parameters = mostly(
  fc.oneof(
    fc.constant({}),
    fc.record({ apt: payloadType }),
    fc.record({ 'profile-id': fc.integer({ min: -1, max: 3 }) }),
  ),
  fc.dictionary(short, value, { maxKeys: 4, noNullPrototype: true }),
)
const rtcpFeedback = fc.array(fc.record({ type: short, parameter: short }, { requiredKeys: ['type'] }), {
  maxLength: 3,
})
const channels = fc.integer({ min: 1, max: 8 })
const mimeTypes = {
  audio: mostly(
    fc.constantFrom('audio/opus', 'audio/OPUS'),
    fc.constantFrom('audio/PCMU', 'audio/red', 'audio/', 'video/VP8'),
  ),
  video: mostly(
    fc.constantFrom('video/VP8', 'video/vp9', 'video/VP9', 'video/rtx'),
    fc.constantFrom('video/H264', 'video/AV1', 'video/ulpfec', 'video/flexfec-03', 'x'),
  ),
}
const uri = mostly(
  fc.constantFrom(
    'urn:ietf:params:rtp-hdrext:sdes:mid',
    'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
    'urn:3gpp:video-orientation',
  ),
  short,
)
const scalabilityMode = fc.oneof(fc.constantFrom('L1T1', 'L1T3', 'S3T3', 'L3T3_KEY', 'L9T9', 'L0T0'), short)
const encoding = fc.record(
  {
    ssrc: uint32,
    rid: short,
    codecPayloadType: payloadType,
    rtx: fc.record({ ssrc: uint32 }),
    dtx: fc.boolean(),
    scalabilityMode,
    scaleResolutionDownBy: number,
    maxBitrate: number,
  },
  { requiredKeys: [] },
)
const id = fc.integer({ min: 1, max: 255 })
const rtcp = fc.record({ cname: short, reducedSize: fc.boolean(), mux: fc.boolean() }, { requiredKeys: [] })

function codecOf(kind: 'audio' | 'video') {
  return {
    mimeType: mimeTypes[kind],
    clockRate: mostly(fc.constant(kind === 'audio' ? 48_000 : 90_000), uint32),
    channels: mostly(fc.constant(2), channels),
    parameters,
    rtcpFeedback,
  }
}

/** A track that a client may ask to send: what the protocol lets through, sensible and not. */
export const anyTrack: fc.Arbitrary<{ kind: 'audio' | 'video'; rtpParameters: RtpParameters }> = fc
  .constantFrom('audio' as const, 'video' as const)
  .chain((kind) => {
    const codec = fc.record(
      { ...codecOf(kind), payloadType },
      { requiredKeys: ['mimeType', 'payloadType', 'clockRate', 'channels'] },
    )
    const rtpParameters = fc.record(
      {
        mid: short,
        codecs: fc.array(codec, { minLength: 1, maxLength: 3 }),
        headerExtensions: fc.array(fc.record({ uri, id }), { maxLength: 4 }),
        encodings: fc.oneof(fc.array(encoding, { maxLength: 1 }), fc.array(encoding, { maxLength: 8 })),
        rtcp,
        msid: short,
      },
      { requiredKeys: ['codecs'] },
    )
    return fc.record({ kind: fc.constant(kind), rtpParameters })
  })

/** What a client may say it can receive: the router's own, with things missing and things added. */
export function anyCapabilities(router: RtpCapabilities): fc.Arbitrary<RtpCapabilities> {
  const kind = fc.constantFrom('audio' as const, 'video' as const)
  const codec = fc.record(
    { ...codecOf('video'), kind, preferredPayloadType: payloadType },
    { requiredKeys: ['kind', 'mimeType', 'clockRate'] },
  )
  const extension = fc.record(
    { kind, uri, preferredId: id, preferredEncrypt: fc.boolean() },
    { requiredKeys: ['kind', 'uri', 'preferredId'] },
  )
  const mix = <T>(known: readonly T[], odd: fc.Arbitrary<T>) =>
    fc.tuple(fc.subarray([...known]), fc.array(odd, { maxLength: 2 })).map(([some, more]) => [...some, ...more])
  return fc.record(
    { codecs: mix(router.codecs ?? [], codec), headerExtensions: mix(router.headerExtensions ?? [], extension) },
    { requiredKeys: [] },
  )
}
