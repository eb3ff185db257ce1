import { isSealed } from '../sframe/clear-bytes.ts'

/**
 * Which codecs are used: those whose frames can be sealed whole. Not Opus with redundancy (RED), whose packets hold several
 * frames, and not H.264 and AV1, whose packets are cut along what they contain.
 */

/** Carries packets again that were lost, of whichever codec. */
const repeats = ['audio/rtx', 'video/rtx']

export function isSealable(mimeType: string): boolean {
  return isSealed(mimeType) || repeats.includes(mimeType.toLowerCase())
}

/** Leaves a transceiver only what is sealed; VP8 first, which every browser has. */
export function preferSealable(transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void {
  const codecs = (RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []).filter(({ mimeType }) => isSealable(mimeType))
  const place = ({ mimeType }: RTCRtpCodec) => ['video/vp8', 'video/vp9'].indexOf(mimeType.toLowerCase()) >>> 0
  transceiver.setCodecPreferences(codecs.toSorted((a, b) => place(a) - place(b)))
}

/** Whether a session description (RFC 8866) names no other codecs: two that have agreed on it can't use others. */
export function onlySealable(sdp: string): boolean {
  let kind = ''
  for (const line of sdp.split(/\r?\n/)) {
    kind = /^m=(\w+)/.exec(line)?.[1] ?? kind
    const name = /^a=rtpmap:\d+ ([^/\s]+)/.exec(line)?.[1]
    if (name !== undefined && !isSealable(`${kind}/${name}`)) return false
  }
  return true
}

/** The codec that a kind of media is sent in to a router that has these; undefined where none can be sealed. */
export function sealableAmong<T extends { mimeType: string }>(
  codecs: readonly T[] | undefined,
  kind: 'audio' | 'video',
): T | undefined {
  return ['audio/opus', 'video/vp8', 'video/vp9']
    .filter((name) => name.startsWith(kind))
    .flatMap((name) => codecs?.find(({ mimeType }) => mimeType.toLowerCase() === name) ?? [])[0]
}
