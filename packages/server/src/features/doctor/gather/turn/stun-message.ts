import { createHash, createHmac, randomBytes } from 'node:crypto'

/** STUN messages (RFC 8489), as far as one allocation at a relay (RFC 8656) needs them. */
const cookie = 0x2112a442
const allocate = 0x003
const attributes = { username: 0x06, integrity: 0x08, error: 0x09, realm: 0x14, nonce: 0x15, transport: 0x19 } as const
/** UDP's number (RFC 8656 §18.7), with three bytes that are reserved. */
const udp = Buffer.from([17, 0, 0, 0])

export interface StunAnswer {
  readonly isSuccess: boolean
  /** RFC 8489 §14.8; null where there is none. */
  readonly error: number | null
  readonly realm: string
  readonly nonce: Buffer
}

export interface StunLogin {
  readonly username: string
  readonly credential: string
  readonly realm: string
  readonly nonce: Buffer
}

/** A request for a relayed address, without a login the first time (RFC 8489 §9.2.4). */
export function allocateRequest(login: StunLogin | null): Buffer {
  const wanted = attribute(attributes.transport, udp)
  if (login === null) return message(wanted)
  const { username, credential, realm, nonce } = login
  const said = Buffer.concat([
    wanted,
    attribute(attributes.username, Buffer.from(username)),
    attribute(attributes.realm, Buffer.from(realm)),
    attribute(attributes.nonce, nonce),
  ])
  const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest()
  const unsigned = message(said, 24)
  const integrity = createHmac('sha1', key).update(unsigned).digest()
  return Buffer.concat([unsigned, attribute(attributes.integrity, integrity)])
}

/** How long the message is that these bytes begin with; null while that isn't known. @throws TypeError where they are none */
export function stunLength(bytes: Buffer): number | null {
  if (bytes.length < 20) return null
  if (bytes.readUInt32BE(4) !== cookie || (bytes[0] ?? 0) > 3) throw new TypeError('This is no STUN message.')
  return 20 + bytes.readUInt16BE(2)
}

/** The answer to a request; null where it isn't its answer. */
export function readStunAnswer(bytes: Buffer, request: Buffer): StunAnswer | null {
  const type = bytes.readUInt16BE(0)
  const isAnswer = (type & ~0x110) === allocate && (type & 0x100) !== 0
  if (!isAnswer || !bytes.subarray(8, 20).equals(request.subarray(8, 20))) return null
  const found = new Map<number, Buffer>()
  for (let at = 20; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2)
    found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length + padding(length)
  }
  const error = found.get(attributes.error)
  return {
    isSuccess: (type & 0x10) === 0,
    error: error === undefined || error.length < 4 ? null : (error[2] ?? 0) * 100 + (error[3] ?? 0),
    realm: found.get(attributes.realm)?.toString() ?? '',
    nonce: found.get(attributes.nonce) ?? Buffer.alloc(0),
  }
}

/** @param toCome bytes of attributes that follow, which the length counts (RFC 8489 §14.5) */
function message(body: Buffer, toCome = 0): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt16BE(allocate, 0)
  header.writeUInt16BE(body.length + toCome, 2)
  header.writeUInt32BE(cookie, 4)
  return Buffer.concat([header, randomBytes(12), body])
}

function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(value.length, 2)
  return Buffer.concat([header, value, Buffer.alloc(padding(value.length))])
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4
}
