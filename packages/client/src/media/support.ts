export type SupportProblem = 'insecure-context' | 'no-webrtc' | 'no-transforms' | 'no-keys'
export type TransformKind = 'streams' | 'script'

/**
 * What keeps this browser from a meeting, or null. Asked before the permission prompt: where a sender's or receiver's
 * frames can't be taken through a transform, nothing is published.
 */
export function checkSupport(): SupportProblem | null {
  if (!globalThis.isSecureContext) return 'insecure-context'
  if (typeof RTCPeerConnection !== 'function' || typeof MediaStream !== 'function') return 'no-webrtc'
  return transformKind() === null ? 'no-transforms' : null
}

/**
 * Likewise whether the browser has the keys of the group: Ed25519 and X25519 in WebCrypto (W3C Web Cryptography Level 2),
 * which it makes and doesn't give away. Asked after `checkSupport`.
 */
export async function checkKeySupport(): Promise<Extract<SupportProblem, 'no-keys'> | null> {
  try {
    await Promise.all([
      crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']),
      crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']),
    ])
    return null
  } catch {
    return 'no-keys'
  }
}

/**
 * Encoded streams (Chromium) come before script transforms (WebRTC Encoded Transform, W3C): attached too late, Chromium's
 * script transform lets frames through unseen, while its encoded streams let none through.
 */
export function transformKind(): TransformKind | null {
  if (typeof Worker !== 'function' || typeof RTCRtpSender !== 'function') return null
  if ('createEncodedStreams' in RTCRtpSender.prototype) return 'streams'
  return typeof RTCRtpScriptTransform === 'function' ? 'script' : null
}
