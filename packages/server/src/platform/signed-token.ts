import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Links in mail that prove, without anybody signing in, that whoever opens them got the mail. */
export interface SignedTokens {
  /**
   * A token for one purpose, such as `newsletter.confirm`, that names rows and lapses. It holds their ids and nothing else.
   * @param ids UUIDs, at most eight
   * @throws TypeError where an id is none: nothing readable goes into a link
   */
  sign(purpose: string, ids: readonly string[], expiresAt: Date): string
  /** The ids of a token, or null where it is another's, another purpose's, changed, or has lapsed. */
  read(purpose: string, token: string, now: Date): readonly string[] | null
}

const version = 1
const secondsBytes = 5
const headBytes = 1 + secondsBytes
const idBytes = 16
const mostIds = 8
/** HMAC-SHA-256, cut to 128 bits (RFC 2104 §5). */
const macBytes = 16

/**
 * Tokens under a secret of the installation, of at least 32 bytes. Each purpose has a key of its own (HKDF-SHA-256,
 * RFC 5869), so that a token for one is of no use for another.
 */
export function createSignedTokens(secret: Uint8Array): SignedTokens {
  if (secret.length < 32) throw new TypeError('The secret is too short to sign with.')
  const macOf = (purpose: string, body: Uint8Array): Buffer => {
    const key = hkdfSync('sha256', secret, '', `samtale signed token ${version} ${purpose}`, 32)
    return createHmac('sha256', new Uint8Array(key)).update(body).digest().subarray(0, macBytes)
  }
  return {
    sign: (purpose, ids, expiresAt) => {
      const body = bodyOf(ids, expiresAt)
      return Buffer.concat([body, macOf(purpose, body)]).toString('base64url')
    },
    read: (purpose, token, now) => {
      const bytes = Buffer.from(token, 'base64url')
      const body = bytes.subarray(0, -macBytes)
      // Another spelling of the same bytes is another token.
      if (bytes.toString('base64url') !== token || !hasShape(body)) return null
      if (!timingSafeEqual(bytes.subarray(-macBytes), macOf(purpose, body))) return null
      return body.readUIntBE(1, secondsBytes) * 1_000 > now.getTime() ? idsOf(body) : null
    },
  }
}

function bodyOf(ids: readonly string[], expiresAt: Date): Buffer {
  if (ids.length === 0 || ids.length > mostIds) throw new TypeError('A token names one to eight rows.')
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(version, 0)
  head.writeUIntBE(Math.ceil(expiresAt.getTime() / 1_000), 1, secondsBytes)
  return Buffer.concat([head, ...ids.map(bytesOf)])
}

function bytesOf(id: string): Buffer {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw new TypeError('A token holds ids and nothing else.')
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function hasShape(body: Buffer): boolean {
  const idsLength = body.length - headBytes
  return body[0] === version && idsLength > 0 && idsLength % idBytes === 0 && idsLength <= mostIds * idBytes
}

function idsOf(body: Buffer): string[] {
  const hex = body.subarray(headBytes).toString('hex')
  return (hex.match(/.{32}/g) ?? []).map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
