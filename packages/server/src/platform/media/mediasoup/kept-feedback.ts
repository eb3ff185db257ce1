import type { RtpCapabilities } from '@samtale/protocol'

const unkeptFeedback: readonly string[] = ['transport-cc', 'goog-remb']
const unkeptExtensions = /transport-wide-cc|abs-send-time/

/**
 * Capabilities without the promise of congestion feedback (transport-wide-cc, REMB). A worker built without libwebrtc
 * makes that promise and never sends any; a browser that waits for it cuts what it sends every few seconds, down to
 * about 30 kb/s. Without the promise it goes by the packet loss of RTCP receiver reports (RFC 3550 §6.4).
 */
export function withoutCongestionFeedback(capabilities: RtpCapabilities): RtpCapabilities {
  const codecs = (capabilities.codecs ?? []).map((codec) => ({
    ...codec,
    rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => !unkeptFeedback.includes(type)),
  }))
  const headerExtensions = (capabilities.headerExtensions ?? []).filter(({ uri }) => !unkeptExtensions.test(uri))
  return { codecs, headerExtensions }
}
