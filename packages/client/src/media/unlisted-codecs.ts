/**
 * A session description (RFC 8866) without attributes of payload types that their media section doesn't list. Firefox, where
 * codecs were left out by `setCodecPreferences`, leaves their feedback in, and Chromium refuses such a description whole.
 */
export function withoutUnlisted(sdp: string): string {
  let listed: Set<string> | null = null
  const lines = sdp.split('\r\n').filter((line) => {
    if (line.startsWith('m=')) listed = new Set(line.split(' ').slice(3))
    const payloadType = /^a=(?:rtcp-fb|fmtp|rtpmap):(\d+) /.exec(line)?.[1]
    return payloadType === undefined || listed === null || listed.has(payloadType)
  })
  return lines.join('\r\n')
}
