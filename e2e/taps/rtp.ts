/** An encoded frame, put together from its packets. */
export interface Frame {
  codec: 'opus' | 'vp8'
  /** As the packets say; for sound every frame. */
  key: boolean
  /** In the codec's own clock. */
  timestamp: number
  data: Buffer
}

export interface RtpPacket {
  payloadType: number
  marker: boolean
  sequence: number
  timestamp: number
  ssrc: number
  payload: Buffer
}

/** Null for what is no RTP packet with a payload (RFC 3550 §5.1; told from RTCP as RFC 5761 §4 says). */
export function parseRtp(packet: Buffer): RtpPacket | null {
  const [first = 0, second = 0] = packet
  if (packet.length < 12 || first >> 6 !== 2 || (second >= 192 && second <= 223)) return null
  let start = 12 + 4 * (first & 0x0f)
  if (first & 0x10) {
    if (packet.length < start + 4) return null
    start += 4 + 4 * packet.readUInt16BE(start + 2)
  }
  const end = packet.length - (first & 0x20 ? (packet.at(-1) ?? 0) : 0)
  if (end <= start) return null
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payload: packet.subarray(start, end),
  }
}

/** The whole frames of one stream, in order. What lost a packet is left out. */
export function framesOf(packets: readonly RtpPacket[], codec: Frame['codec']): Frame[] {
  const inOrder = unwrapped(packets)
  if (codec === 'opus') return inOrder.map(({ timestamp, payload }) => ({ codec, key: true, timestamp, data: payload }))
  const frames: Frame[] = []
  let open: { next: number; timestamp: number; parts: Buffer[] } | null = null
  for (const { order, timestamp, marker, payload } of inOrder) {
    const part = vp8Part(payload)
    if (part?.begins) open = { next: order, timestamp, parts: [] }
    if (!part || open?.timestamp !== timestamp || open.next !== order) {
      open = null
      continue
    }
    open.parts.push(part.data)
    open.next += 1
    if (!marker) continue
    const data = Buffer.concat(open.parts)
    // RFC 6386 §9.1: the first bit of a key frame is 0. That byte goes unsealed, so that a router knows.
    frames.push({ codec, key: ((data[0] ?? 1) & 1) === 0, timestamp, data })
    open = null
  }
  return frames
}

/** Sequence numbers have 16 bits and begin anew; doubles go. */
function unwrapped(packets: readonly RtpPacket[]): (RtpPacket & { order: number })[] {
  let before = packets[0]?.sequence ?? 0
  const numbered = new Map<number, RtpPacket & { order: number }>()
  for (const packet of packets) {
    const step = ((packet.sequence - before + 0x1_8000) & 0xffff) - 0x8000
    before += step
    numbered.set(before, { ...packet, order: before })
  }
  return [...numbered.values()].sort((a, b) => a.order - b.order)
}

/** RFC 7741 §4.2. */
function vp8Part(payload: Buffer): { begins: boolean; data: Buffer } | null {
  const [first = 0, more = 0] = payload
  let at = 1
  if (first & 0x80) {
    at += 1
    if (more & 0x80) at += (payload[at] ?? 0) & 0x80 ? 2 : 1
    if (more & 0x40) at += 1
    if (more & 0x30) at += 1
  }
  return payload.length > at ? { begins: (first & 0x17) === 0x10, data: payload.subarray(at) } : null
}
