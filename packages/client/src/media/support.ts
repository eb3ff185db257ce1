export type SupportProblem = 'insecure-context' | 'no-webrtc' | 'no-transforms'
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
 * Encoded streams (Chromium) come before script transforms (WebRTC Encoded Transform, W3C): attached too late, Chromium's
 * script transform lets frames through unseen, while its encoded streams let none through.
 */
export function transformKind(): TransformKind | null {
  if (typeof Worker !== 'function' || typeof RTCRtpSender !== 'function') return null
  if ('createEncodedStreams' in RTCRtpSender.prototype) return 'streams'
  return typeof RTCRtpScriptTransform === 'function' ? 'script' : null
}
