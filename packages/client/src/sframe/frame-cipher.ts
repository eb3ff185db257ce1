import type { Suite } from './suites.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An authenticated cipher under one key (RFC 9605 §4.5). */
export interface FrameCipher {
  /** Ciphertext followed by its tag. */
  encrypt(nonce: Bytes, authenticated: Bytes, plaintext: Bytes): Promise<Bytes>
  /** Null where the tag doesn't fit. */
  decrypt(nonce: Bytes, authenticated: Bytes, sealed: Bytes): Promise<Bytes | null>
}

export function createFrameCipher(suite: Suite, key: Bytes): Promise<FrameCipher> {
  return suite.cipher === 'gcm' ? gcmCipher(suite, key) : counterHmacCipher(suite, key)
}

async function gcmCipher({ tagBytes }: Suite, key: Bytes): Promise<FrameCipher> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Bytes, additionalData: Bytes) => ({
    name: 'AES-GCM',
    iv,
    additionalData,
    tagLength: tagBytes * 8,
  })
  return {
    async encrypt(nonce, authenticated, plaintext) {
      return new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, authenticated), imported, plaintext))
    },
    async decrypt(nonce, authenticated, sealed) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, authenticated), imported, sealed))
      } catch {
        return null
      }
    },
  }
}

/** AES in counter mode, then HMAC-SHA-256 cut to the suite's tag (RFC 9605 §4.5.1). Nothing is decrypted unverified. */
async function counterHmacCipher({ tagBytes }: Suite, key: Bytes): Promise<FrameCipher> {
  const [encryption, authentication] = await Promise.all([
    crypto.subtle.importKey('raw', key.slice(0, 16), 'AES-CTR', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', key.slice(16), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ])
  // The last 32 bits of the block count from zero.
  const parameters = (nonce: Bytes) => ({ name: 'AES-CTR', counter: joined(nonce, new Uint8Array(4)), length: 32 })
  const tagOf = async (nonce: Bytes, authenticated: Bytes, ciphertext: Bytes) => {
    const lengths = new DataView(new ArrayBuffer(24))
    lengths.setUint32(4, authenticated.length)
    lengths.setUint32(12, ciphertext.length)
    lengths.setUint32(20, tagBytes)
    const input = joined(new Uint8Array(lengths.buffer), nonce, authenticated, ciphertext)
    return new Uint8Array(await crypto.subtle.sign('HMAC', authentication, input)).slice(0, tagBytes)
  }
  return {
    async encrypt(nonce, authenticated, plaintext) {
      const ciphertext = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce), encryption, plaintext))
      return joined(ciphertext, await tagOf(nonce, authenticated, ciphertext))
    },
    async decrypt(nonce, authenticated, sealed) {
      if (sealed.length < tagBytes) return null
      const ciphertext = sealed.slice(0, sealed.length - tagBytes)
      const expected = await tagOf(nonce, authenticated, ciphertext)
      if (!sameBytes(expected, sealed.subarray(ciphertext.length))) return null
      return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce), encryption, ciphertext))
    },
  }
}

export function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Compares without telling by its duration where a difference lies. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0)
  return difference === 0
}
