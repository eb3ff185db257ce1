import { toBase64url } from '../sealing/base64url.ts'
import { deriveLinkKeys } from '../sealing/link-secret.ts'

type Bytes = Uint8Array<ArrayBuffer>
const text = new TextEncoder()

/** What a room's link gives a group. */
export interface GroupLink {
  room: string
  /** Null in a room opened by its bare name. */
  tag: string | null
  /** Names the pre-shared key in commits. Another for every room and link, and for the bare name. */
  pskId: Bytes
  /** The pre-shared key (RFC 9420 §8.4). In a bare-name room anybody can compute it: there it proves nothing. */
  psk: Bytes
  /** Seals what is said before one is in the group; null in a bare-name room. */
  doorKey: CryptoKey | null
  /** What the group's id begins with, so that no other room's group is taken for this one's. */
  idPrefix: Bytes
}

/** HKDF-SHA-256 (RFC 5869) over the link's secret, salted with the room's canonical name. */
export async function deriveGroupLink(room: string, secret: string | null): Promise<GroupLink> {
  const known = secret === null || secret === '' ? null : secret
  const tag = known === null ? null : (await deriveLinkKeys(known, room)).tag
  const material = await crypto.subtle.importKey('raw', text.encode(known ?? 'samtale bare name'), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ])
  const info = text.encode(known === null ? 'samtale bare-name group v1' : 'samtale link group v1')
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: text.encode(room), info }
  const door = { ...hkdf, info: text.encode('samtale door v1') }
  const aes = { name: 'AES-GCM', length: 256 }
  const idInput = text.encode(JSON.stringify(['samtale group v1', room, tag]))
  return {
    room,
    tag,
    pskId: text.encode(JSON.stringify(['samtale psk v1', room, tag])),
    psk: new Uint8Array(await crypto.subtle.deriveBits(hkdf, material, 256)),
    doorKey: known === null ? null : await crypto.subtle.deriveKey(door, material, aes, false, ['encrypt', 'decrypt']),
    idPrefix: new Uint8Array(await crypto.subtle.digest('SHA-256', idInput)).slice(0, 16),
  }
}

/** A new group's id: the room's and link's prefix, and sixteen random bytes. */
export function newGroupId({ idPrefix }: GroupLink): Bytes {
  return Uint8Array.from([...idPrefix, ...crypto.getRandomValues(new Uint8Array(16))])
}

export function isGroupOf({ idPrefix }: GroupLink, groupId: Uint8Array): boolean {
  return groupId.length === 32 && toBase64url(groupId.subarray(0, 16)) === toBase64url(idPrefix)
}
