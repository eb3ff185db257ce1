import { createHmac, hkdfSync } from 'node:crypto'
import { domainToASCII } from 'node:url'
import type { BlindIndex } from './sealed.ts'

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1) of a value under the installation's pepper: equal values of one category meet, and
 * nobody without the pepper can try out values. Each category has a domain of its own.
 */
export function blindIndex(pepper: Buffer, category: string, value: string): BlindIndex {
  return hash(pepper, ['blind index 1', category, normalise(value)])
}

/** The same in another domain: what is left of somebody who wants no more mail. */
export function suppressionHash(pepper: Buffer, address: string): BlindIndex {
  return hash(pepper, ['suppression 1', normalise(address)])
}

/**
 * One spelling of a value: without space around, in Unicode's form NFC. An e-mail address in small letters, its domain
 * as it stands in the DNS (UTS 46). RFC 5321 §2.4 leaves the case of the part before the @ to its host and discourages
 * telling by it; nobody who unsubscribed `Ola@…` may be written to as `ola@…`. Dots and what follows a plus sign mean
 * different things on different hosts, and stay.
 */
export function normalise(value: string): string {
  const text = value.normalize('NFC').trim()
  const at = text.lastIndexOf('@')
  if (at < 0) return text
  const domain = text.slice(at + 1)
  return `${small(text.slice(0, at))}@${domainToASCII(domain) || small(domain)}`
}

// Not the small letters of the machine's language: in Turkish, I has another one.
function small(text: string): string {
  return text.toLowerCase().normalize('NFC')
}

/** A secret of the installation for one purpose, 32 bytes (HKDF-SHA-256, RFC 5869). */
export function secretFor(pepper: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', pepper, '', `samtale secret 1 ${purpose}`, 32))
}

function hash(pepper: Buffer, parts: readonly string[]): BlindIndex {
  const digest = createHmac('sha256', pepper).update(JSON.stringify(parts)).digest('base64url')
  // The only place where a value becomes an index.
  return `i1.${digest}` as BlindIndex
}
