import type { TransformCount } from './frame-messages.ts'

/** What of a sender's statistics (W3C WebRTC Statistics §8.6) is compared; other reports have none of these. */
export interface SentStats {
  type: string
  framesSent?: number
  framesEncoded?: number
  packetsSent?: number
  retransmittedPacketsSent?: number
}

/** What left a sender, over all its layers. */
export interface Sent {
  /** Pictures: as encoded, before the transform. Sound: packets, one a frame. */
  frames: number
  packets: number
}

export function sentIn(reports: Iterable<SentStats>): Sent {
  const sent: Sent = { frames: 0, packets: 0 }
  for (const { type, framesSent, framesEncoded, packetsSent = 0, retransmittedPacketsSent = 0 } of reports) {
    if (type !== 'outbound-rtp') continue
    const packets = Math.max(0, packetsSent - retransmittedPacketsSent)
    const pictures = framesSent === undefined ? framesEncoded : Math.max(framesSent, framesEncoded ?? 0)
    sent.frames += pictures ?? packets
    sent.packets += packets
  }
  return sent
}

/** Packets that may be on their way when a sender is found to send what nobody sealed. */
const strayPackets = 2

/**
 * Whether frames went by the transform: more were sent than it has seen, or some left though it let none pass.
 * @param count asked for after the statistics were read.
 */
export function wentBy({ frames, packets }: Sent, { seen, passed }: TransformCount): boolean {
  return frames > seen || (passed === 0 && packets > strayPackets)
}

/** By the transforms' ids. */
export type TransformCounts = ReadonlyMap<number, TransformCount>

/** How much later than the senders the worker is asked, in milliseconds, and those suspected once more: it may be slow. */
const askAfterMs = [200, 800]

/**
 * Those of the senders whose frames went by the worker.
 * @param counts what the worker has counted; null where it doesn't answer. Of a transform that it doesn't know it saw none.
 */
export async function findBypassed<T extends { id: number; end: RTCRtpSender }>(
  senders: readonly T[],
  counts: () => Promise<TransformCounts | null>,
): Promise<T[]> {
  let suspects = await Promise.all(senders.map(async (sender) => ({ sender, sent: await sentBy(sender.end) })))
  for (const afterMs of askAfterMs) {
    if (suspects.length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    const counted = await counts()
    if (!counted) return []
    suspects = suspects.filter(({ sender: { id }, sent }) => wentBy(sent, counted.get(id) ?? { seen: 0, passed: 0 }))
  }
  return suspects.map(({ sender }) => sender)
}

/** Nothing where its connection has ended. */
async function sentBy(sender: RTCRtpSender): Promise<Sent> {
  try {
    const reports: ReadonlyMap<string, SentStats> = await sender.getStats()
    return sentIn(reports.values())
  } catch {
    return { frames: 0, packets: 0 }
  }
}

/** Stops a sender whatever becomes of its track: nothing is encoded any more. */
export async function silence(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters()
  for (const encoding of parameters.encodings) encoding.active = false
  await Promise.allSettled([sender.replaceTrack(null), sender.setParameters(parameters)])
}
