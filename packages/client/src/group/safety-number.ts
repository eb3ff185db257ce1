import { safetyWords } from './safety-words.ts'

/** Equal on all screens exactly where all see the same room, link and people. */
export interface SafetyNumber {
  /** Eleven words. */
  words: string[]
  /** Thirty digits, in groups of five. */
  digits: string
  /** What a QR code holds: the number, so that two screens can be compared by camera. */
  code: string
}

/**
 * A lying server that puts itself between people can try many keys on both sides until two numbers agree, which takes
 * the square root of their count. So the number has nearly a hundred bits, and each try costs this many rounds of
 * PBKDF2 (RFC 8018).
 */
const iterations = 100_000
const wordCount = 11
const digitCount = 30

/**
 * @param tag the link's; null in a bare-name room.
 * @param members their ids, in any order.
 */
export async function safetyNumberOf(room: string, tag: string | null, members: readonly string[]) {
  const input = new TextEncoder().encode(JSON.stringify(['samtale safety number v1', room, tag, [...members].sort()]))
  const material = await crypto.subtle.importKey('raw', input, 'PBKDF2', false, ['deriveBits'])
  const salt = new TextEncoder().encode('samtale safety number v1')
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return numberFrom(new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256)))
}

function numberFrom(hash: Uint8Array): SafetyNumber {
  let number = hash.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const take = (base: number) => {
    const digit = Number(number % BigInt(base))
    number /= BigInt(base)
    return digit
  }
  const words = Array.from({ length: wordCount }, () => safetyWords[take(safetyWords.length)] ?? '')
  const digits = Array.from({ length: digitCount }, () => `${take(10)}`).join('')
  return { words, digits: digits.match(/.{5}/g)?.join(' ') ?? '', code: `samtale:${digits}` }
}
