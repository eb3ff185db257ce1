import { toBase64url } from './base64url.ts'

const generatedBytes = 16

/** A new secret for a room's link: 128 random bits, 22 characters of base64url. */
export function newSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(generatedBytes)))
}

/** How well a link's secret protects: a hand-made one could be guessed by a server that keeps what it relays. */
export function secretStrength(secret: string | null): 'generated' | 'hand-made' | 'none' {
  if (secret === null || secret === '') return 'none'
  if (!/^[A-Za-z0-9_-]{22,}$/.test(secret)) return 'hand-made'
  return new Set(secret).size >= 8 ? 'generated' : 'hand-made'
}

/** What follows from a link's secret: the key that seals envelopes, and the tag that the server tells groups apart by. */
export interface LinkKeys {
  sealing: CryptoKey
  tag: string
}

/**
 * HKDF-SHA-256 (RFC 5869) over the secret's UTF-8, salted with the room's canonical name, so that one secret used for
 * two rooms gives two keys. Tag and key can't be computed from each other.
 */
export async function deriveLinkKeys(secret: string, room: string): Promise<LinkKeys> {
  const text = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveKey', 'deriveBits'])
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: text.encode(room), info: text.encode(info) })
  const [sealing, tag] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('samtale envelope v1'), material, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveBits(hkdf('samtale link tag v1'), material, 128),
  ])
  return { sealing, tag: toBase64url(new Uint8Array(tag)) }
}
