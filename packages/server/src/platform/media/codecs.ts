import type { types } from 'mediasoup'

/**
 * What a router routes. VP8 stands first, because a browser takes the first that it can and every browser can VP8.
 * Header extensions are those that mediasoup knows. Both engines read this.
 */
export const routerCodecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
]

/** Whether every codec is of a kind. mediasoup doesn't compare, and a router that sends video as audio helps nobody. */
export function allOfKind(kind: 'audio' | 'video', codecs: readonly { mimeType: string }[]): boolean {
  return codecs.every(({ mimeType }) => mimeType.toLowerCase().startsWith(`${kind}/`))
}
