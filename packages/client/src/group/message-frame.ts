type Bytes = Uint8Array<ArrayBuffer>

/** To everybody in the group. */
export const everybody = null
/** A leaf, or everybody. */
export type Addressee = number | typeof everybody

/** What is inside a group message: to whom, which of the sender's messages to them it is, and what is said. */
export interface MessageFrame {
  to: Addressee
  counter: number
  content: Bytes
}

const version = 1
const everybodyOnWire = 0xffff_ffff

/** Version, addressee and counter (1, 4 and 8 bytes), then the content. */
export function encodeFrame({ to, counter, content }: MessageFrame): Bytes {
  const bytes = new Uint8Array(13 + content.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, version)
  view.setUint32(1, to ?? everybodyOnWire)
  view.setBigUint64(5, BigInt(counter))
  bytes.set(content, 13)
  return bytes
}

export function decodeFrame(bytes: Uint8Array): MessageFrame | null {
  if (bytes.length < 13 || bytes[0] !== version) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const to = view.getUint32(1)
  const counter = Number(view.getBigUint64(5))
  if (!Number.isSafeInteger(counter)) return null
  return { to: to === everybodyOnWire ? everybody : to, counter, content: new Uint8Array(bytes.subarray(13)) }
}

/** Counts one's own messages, and checks the others': what a server keeps back, repeats or changes in order shows. */
export interface MessageCounters {
  /** The number of one's next message to them. */
  next(to: Addressee): number
  /** How many were left out before this one; null where it came before or is late. */
  note(sender: string, to: Addressee, counter: number): number | null
  /** Whoever left begins anew when they come back. */
  forget(sender: string): void
}

export function createMessageCounters(): MessageCounters {
  const sent = new Map<string, number>()
  const seen = new Map<string, number>()
  return {
    next(to) {
      const counter = (sent.get(`${to}`) ?? 0) + 1
      sent.set(`${to}`, counter)
      return counter
    },
    note(sender, to, counter) {
      // To oneself and to everybody are counted apart: others don't see what was for one.
      const key = `${sender} ${to === everybody ? 'all' : 'one'}`
      const last = seen.get(key)
      if (last !== undefined && counter <= last) return null
      seen.set(key, counter)
      // Whoever came later can't know what was said before.
      return last === undefined ? 0 : counter - last - 1
    },
    forget(sender) {
      for (const to of ['all', 'one']) seen.delete(`${sender} ${to}`)
    },
  }
}
