import {
  decodeMlsMessage,
  encodeMlsMessage,
  generateKeyPackageWithKey,
  type CiphersuiteImpl,
  type KeyPackage,
  type PrivateKeyPackage,
} from 'ts-mls'
import { toBase64url } from '../sealing/base64url.ts'
import { credentialOf, nameIn } from './credential.ts'
import type { Identity } from './identity.ts'
import { capabilities } from './suite.ts'

/** How far a clock may be wrong, either way, in seconds. */
const clockTolerance = 86_400n

/** What somebody needs to be added once, and to open the welcome. The private half never leaves. */
export interface OwnKeyPackage {
  publicPackage: KeyPackage
  privatePackage: PrivateKeyPackage
}

/**
 * @param now seconds since 1970.
 * @param tolerance seconds before and after it in which the package is valid.
 */
export function createKeyPackage(
  name: string,
  identity: Identity,
  suite: CiphersuiteImpl,
  now: number,
  tolerance = clockTolerance,
): Promise<OwnKeyPackage> {
  const lifetime = { notBefore: BigInt(now) - tolerance, notAfter: BigInt(now) + tolerance }
  const keys = { signKey: new Uint8Array(), publicKey: identity.publicKey }
  return generateKeyPackageWithKey(credentialOf(name), capabilities, lifetime, [], keys, suite)
}

export function encodeKeyPackage(keyPackage: KeyPackage): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeMlsMessage({ version: 'mls10', wireformat: 'mls_key_package', keyPackage }))
}

/** Somebody who asks to be added. Their signature is checked when they are. */
export interface Candidate {
  id: string
  name: string
  keyPackage: KeyPackage
}

/** Null where it isn't a key package, or its name or key isn't valid. */
export function readCandidate(bytes: Uint8Array): Candidate | null {
  const message = decodedMessage(bytes)
  if (message?.wireformat !== 'mls_key_package') return null
  const { keyPackage } = message
  const name = nameIn(keyPackage.leafNode.credential)
  if (name === null || keyPackage.leafNode.signaturePublicKey.length !== 32) return null
  return { id: toBase64url(keyPackage.leafNode.signaturePublicKey), name, keyPackage }
}

/** Null where the bytes aren't exactly one MLS message. */
export function decodedMessage(bytes: Uint8Array) {
  try {
    const decoded = decodeMlsMessage(bytes, 0)
    return decoded && decoded[1] === bytes.length ? decoded[0] : null
  } catch {
    return null
  }
}
