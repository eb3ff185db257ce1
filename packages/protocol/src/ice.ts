import * as z from 'zod/mini'

/** A relay as browsers take it (W3C WebRTC 1.0, `RTCIceServer`): TURN only (RFC 8656, RFC 7065). No server is asked for addresses. */
export const IceServer = z.object({
  urls: z
    .array(z.string().check(z.maxLength(512), z.regex(/^turns?:[^\s?]+(?:\?transport=(?:udp|tcp))?$/)))
    .check(z.minLength(1), z.maxLength(8)),
  /** When it lapses and a random value, nothing of who uses it. */
  username: z.string().check(z.maxLength(128)),
  credential: z.string().check(z.maxLength(256)),
})
export type IceServer = z.infer<typeof IceServer>

/** By which ways two browsers may look for each other (rules I1–I4). */
export const IceSettings = z.object({
  iceServers: z.array(IceServer).check(z.maxLength(4)),
  /** `relay`: no address of one's own is told to the others, nor one of theirs taken. */
  transport: z.enum(['all', 'relay']),
  /** Seconds from now until the credentials lapse; null where there are none. */
  goodForSeconds: z.nullable(z.int().check(z.minimum(1))),
})
export type IceSettings = z.infer<typeof IceSettings>

/** Directly, and without a relay. */
export const noRelay: IceSettings = { iceServers: [], transport: 'all', goodForSeconds: null }
