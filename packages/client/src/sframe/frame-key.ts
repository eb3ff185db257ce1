import { createFrameCipher, joined } from './frame-cipher.ts'
import { encodeHeader } from './header.ts'
import type { Suite } from './suites.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The key of one sender in one epoch, for one suite. */
export interface FrameKey {
  /**
   * Header, ciphertext and tag.
   * @param counter never the same twice under one key: the caller's promise.
   * @param metadata authenticated, not sent.
   */
  seal(counter: number, metadata: Bytes, plaintext: Bytes): Promise<Bytes>
  /** Null where anything was altered. `header` are the header's bytes as they came. */
  open(counter: number, header: Bytes, metadata: Bytes, sealed: Bytes): Promise<Bytes | null>
}

/** Derives key and salt from a base key (RFC 9605 §4.4.2), bound to the key's id and the suite. */
export async function createFrameKey(suite: Suite, kid: number, baseKey: Bytes): Promise<FrameKey> {
  const material = await crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveBits'])
  const derive = async (label: string, bytes: number) => {
    const suffix = new DataView(new ArrayBuffer(10))
    suffix.setBigUint64(0, BigInt(kid))
    suffix.setUint16(8, suite.id)
    const info = joined(new TextEncoder().encode(label), new Uint8Array(suffix.buffer))
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
    return new Uint8Array(await crypto.subtle.deriveBits(hkdf, material, bytes * 8))
  }
  const [key, salt] = await Promise.all([
    derive('SFrame 1.0 Secret key ', suite.keyBytes),
    derive('SFrame 1.0 Secret salt ', 12),
  ])
  const cipher = await createFrameCipher(suite, key)
  key.fill(0)
  return {
    async seal(counter, metadata, plaintext) {
      const header = encodeHeader(kid, counter)
      return joined(header, await cipher.encrypt(nonceOf(salt, counter), joined(header, metadata), plaintext))
    },
    open: (counter, header, metadata, sealed) =>
      cipher.decrypt(nonceOf(salt, counter), joined(header, metadata), sealed),
  }
}

/** The salt with the counter, as a number of 96 bits, laid over it. */
function nonceOf(salt: Bytes, counter: number): Bytes {
  const nonce = salt.slice()
  const view = new DataView(nonce.buffer)
  view.setBigUint64(4, view.getBigUint64(4) ^ BigInt(counter))
  return nonce
}
