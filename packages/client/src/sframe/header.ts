/** The header of an SFrame ciphertext (RFC 9605 §4.3). */
export interface FrameHeader {
  /** Which key. */
  kid: number
  /** Which frame under that key. */
  counter: number
  /** Bytes of the header itself. */
  length: number
}

/**
 * Encodes key and counter in as few bytes as they take: numbers below 8 stand in the first byte, larger ones follow it.
 * @throws RangeError for what isn't a whole number from 0 to 2^53 − 1.
 */
export function encodeHeader(kid: number, counter: number): Uint8Array<ArrayBuffer> {
  const kidBytes = bytesOf(kid)
  const counterBytes = bytesOf(counter)
  const first = (field(kid, kidBytes) << 4) | field(counter, counterBytes)
  return new Uint8Array([first, ...kidBytes, ...counterBytes])
}

/** Null where the bytes are cut short, hold a number over 2^53 − 1, or take more bytes than the number needs. */
export function decodeHeader(data: Uint8Array): FrameHeader | null {
  const first = data[0]
  if (first === undefined) return null
  const kid = readNumber(data, 1, first >> 4)
  if (kid === null) return null
  const counter = readNumber(data, kid.end, first & 0x0f)
  if (counter === null) return null
  return { kid: kid.value, counter: counter.value, length: counter.end }
}

/** The bytes that follow the first one: none where the number fits in it. */
function bytesOf(value: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('not a number that a header can hold')
  const bytes: number[] = []
  if (value >= 8) for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return bytes
}

/** Four bits: the number itself, or a flag and how many bytes follow, less one. */
function field(value: number, bytes: number[]): number {
  return bytes.length === 0 ? value : 8 | (bytes.length - 1)
}

function readNumber(data: Uint8Array, at: number, bits: number): { value: number; end: number } | null {
  if (bits < 8) return { value: bits, end: at }
  const end = at + (bits & 7) + 1
  if (end > data.length) return null
  const value = data.subarray(at, end).reduce((sum, byte) => sum * 256 + byte, 0)
  const shortest = value >= 8 && data[at] !== 0
  return Number.isSafeInteger(value) && shortest ? { value, end } : null
}
