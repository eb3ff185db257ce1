import type { CiphersuiteImpl, Extension } from 'ts-mls'
import { joined } from '../sframe/frame-cipher.ts'
import type { GroupLink } from './link.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Key packages hold names, and cross before one is in the group. They are sealed twice: to a key pair of the group's, so
 * that a server that only looks sees no name, in a bare-name room neither; and inside by a key from the link's secret,
 * where there is one, so that a server that lies neither reads them nor puts in its own.
 */
export interface Door {
  publicKey: Bytes
  privateKey: Bytes
}

/** In the range for private use (RFC 9420 §17.3). Whoever is added gets the pair in the welcome, encrypted. */
const doorExtensionType = 0xf0a2
const keyBytes = 32
const info = new TextEncoder().encode('samtale door v1')
const innerData = new TextEncoder().encode('samtale key package v1')

export async function createDoor({ hpke }: CiphersuiteImpl): Promise<Door> {
  const pair = await hpke.generateKeyPair()
  return {
    publicKey: new Uint8Array(await hpke.exportPublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await hpke.exportPrivateKey(pair.privateKey)),
  }
}

export function doorExtension({ publicKey, privateKey }: Door): Extension {
  return { extensionType: doorExtensionType, extensionData: joined(publicKey, privateKey) }
}

/** Null where there is none among them. */
export function doorIn(extensions: readonly Extension[]): Door | null {
  const data = extensions.find(({ extensionType }) => extensionType === doorExtensionType)?.extensionData
  if (data?.length !== 2 * keyBytes) return null
  return { publicKey: new Uint8Array(data.subarray(0, keyBytes)), privateKey: new Uint8Array(data.subarray(keyBytes)) }
}

/**
 * HPKE (RFC 9180) to the group's public key, as the server tells it.
 * @throws Error where that is no key.
 */
export async function sealKeyPackage(
  link: GroupLink,
  publicKey: Bytes,
  keyPackage: Bytes,
  { hpke }: CiphersuiteImpl,
): Promise<Bytes> {
  const inner = await sealUnderLink(link, keyPackage)
  const { enc, ct } = await hpke.seal(await hpke.importPublicKey(publicKey), inner, info, new Uint8Array())
  return joined(enc, ct)
}

/** Null where it wasn't sealed to this group, or not by somebody with the same link. */
export async function openKeyPackage(
  link: GroupLink,
  { privateKey }: Door,
  bytes: Uint8Array,
  { hpke }: CiphersuiteImpl,
): Promise<Bytes | null> {
  try {
    const key = await hpke.importPrivateKey(privateKey)
    const inner = await hpke.open(key, bytes.subarray(0, keyBytes), bytes.subarray(keyBytes), info, new Uint8Array())
    return await openUnderLink(link, new Uint8Array(inner))
  } catch {
    return null
  }
}

/** AES-256-GCM, the nonce before the ciphertext. In a bare-name room there is nothing to seal with. */
async function sealUnderLink({ doorKey }: GroupLink, bytes: Bytes): Promise<Bytes> {
  if (doorKey === null) return bytes
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const parameters = { name: 'AES-GCM', iv, additionalData: innerData }
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, doorKey, bytes)))
}

/** @throws DOMException where it wasn't sealed under this link. */
async function openUnderLink({ doorKey }: GroupLink, bytes: Bytes): Promise<Bytes> {
  if (doorKey === null) return bytes
  const parameters = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: innerData }
  return new Uint8Array(await crypto.subtle.decrypt(parameters, doorKey, bytes.slice(12)))
}
