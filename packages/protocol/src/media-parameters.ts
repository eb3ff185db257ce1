import * as z from 'zod/mini'

/**
 * RTP parameters as mediasoup and mediasoup-client exchange them (ORTC's terms). Checked closely, since a media worker
 * that is given nonsense may abort: bounded lists, bounded strings, no unknown fields passed on.
 */
const short = z.string().check(z.maxLength(256))
const uint32 = z.int().check(z.minimum(0), z.maximum(0xffffffff))
const payloadType = z.int().check(z.minimum(0), z.maximum(127))
const fmtp = z.record(short, z.union([short, z.number(), z.boolean(), z.null(), z.undefined()]))
const feedback = z.array(z.object({ type: short, parameter: z.optional(short) })).check(z.maxLength(16))
const kind = z.enum(['audio', 'video'])

const codec = z.object({
  mimeType: short,
  payloadType,
  clockRate: uint32,
  channels: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
  parameters: z.optional(fmtp),
  rtcpFeedback: z.optional(feedback),
})

const encoding = z.object({
  ssrc: z.optional(uint32),
  rid: z.optional(short),
  codecPayloadType: z.optional(payloadType),
  rtx: z.optional(z.object({ ssrc: uint32 })),
  dtx: z.optional(z.boolean()),
  scalabilityMode: z.optional(short),
  scaleResolutionDownBy: z.optional(z.number()),
  maxBitrate: z.optional(z.number()),
})

/** What a track is sent or received with. */
export const RtpParameters = z.object({
  mid: z.optional(short),
  codecs: z.array(codec).check(z.minLength(1), z.maxLength(16)),
  headerExtensions: z.optional(
    z
      .array(
        z.object({
          uri: short,
          id: z.int().check(z.minimum(1), z.maximum(255)),
          encrypt: z.optional(z.boolean()),
          parameters: z.optional(fmtp),
        }),
      )
      .check(z.maxLength(24)),
  ),
  encodings: z.optional(z.array(encoding).check(z.maxLength(8))),
  rtcp: z.optional(
    z.object({ cname: z.optional(short), reducedSize: z.optional(z.boolean()), mux: z.optional(z.boolean()) }),
  ),
  msid: z.optional(short),
})

/** What a browser or the router can receive. */
export const RtpCapabilities = z.object({
  codecs: z.optional(
    z
      .array(
        z.object({
          kind,
          mimeType: short,
          preferredPayloadType: z.optional(payloadType),
          clockRate: uint32,
          channels: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
          parameters: z.optional(fmtp),
          rtcpFeedback: z.optional(feedback),
        }),
      )
      .check(z.maxLength(64)),
  ),
  headerExtensions: z.optional(
    z
      .array(
        z.object({
          kind,
          uri: short,
          preferredId: z.int().check(z.minimum(1), z.maximum(255)),
          preferredEncrypt: z.optional(z.boolean()),
          direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
        }),
      )
      .check(z.maxLength(64)),
  ),
})

/** RFC 8842's fingerprints and role. */
export const DtlsParameters = z.object({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(z.object({ algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']), value: short }))
    .check(z.minLength(1), z.maxLength(8)),
})

export const IceParameters = z.object({ usernameFragment: short, password: short, iceLite: z.optional(z.boolean()) })

export const IceCandidate = z.object({
  foundation: short,
  priority: uint32,
  ip: short,
  address: short,
  protocol: z.enum(['udp', 'tcp']),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  type: z.enum(['host', 'srflx', 'prflx', 'relay']),
  tcpType: z.optional(z.enum(['active', 'passive', 'so'])),
})

/** What a client needs to make its end of a transport. */
export const TransportParameters = z.object({
  id: short,
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate).check(z.maxLength(128)),
  dtlsParameters: DtlsParameters,
})

export type RtpParameters = z.infer<typeof RtpParameters>
export type RtpCapabilities = z.infer<typeof RtpCapabilities>
export type DtlsParameters = z.infer<typeof DtlsParameters>
export type IceParameters = z.infer<typeof IceParameters>
export type TransportParameters = z.infer<typeof TransportParameters>
