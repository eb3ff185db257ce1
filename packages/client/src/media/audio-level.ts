/** How long a reading without a newer one counts, in milliseconds. */
const freshMs = 500

/**
 * Loudness of what a receiver plays now, 0 to 1: the audio level of RFC 6464 where the sender gives it, else the
 * browser's own, linear. Read it repeatedly: a level that has stopped changing its time is over.
 */
export function createLevelReader(): (receiver: RTCRtpReceiver, now: number) => number {
  const last = new WeakMap<RTCRtpReceiver, { timestamp: number; at: number }>()
  return (receiver, now) => {
    const source = receiver.getSynchronizationSources()[0]
    if (!source) return 0
    const before = last.get(receiver)
    if (before?.timestamp !== source.timestamp) last.set(receiver, { timestamp: source.timestamp, at: now })
    else if (now - before.at > freshMs) return 0
    return source.audioLevel ?? 0
  }
}
