import { toBase64url } from '../sealing/base64url.ts'
import { joined } from '../sframe/frame-cipher.ts'
import { verifySignature, type Identity } from './identity.ts'
import { readCandidate, type Candidate } from './key-package.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Of Ed25519 (RFC 8032 §5.1.6), in bytes. */
const signatureBytes = 64

/**
 * What whoever wants in says to the members, to be sealed: the key package, and before it their signature that it is they
 * who ask, as that participant. Else any member could ask with it again in their place, and have them removed.
 */
export async function signAsk(identity: Identity, participantId: string, keyPackage: Bytes): Promise<Bytes> {
  return joined(await identity.sign(await signedBytes(participantId, keyPackage)), keyPackage)
}

/** Null where it isn't a key package, or its owner doesn't ask with it as this participant. */
export async function readAsk(ask: Bytes, participantId: string): Promise<Candidate | null> {
  const keyPackage = ask.slice(signatureBytes)
  const candidate = readCandidate(keyPackage)
  if (candidate === null) return null
  const publicKey = new Uint8Array(candidate.keyPackage.leafNode.signaturePublicKey)
  const signed = await signedBytes(participantId, keyPackage)
  return (await verifySignature(publicKey, signed, ask.slice(0, signatureBytes))) ? candidate : null
}

async function signedBytes(participantId: string, keyPackage: Bytes): Promise<Bytes> {
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', keyPackage)))
  return new TextEncoder().encode(JSON.stringify(['samtale ask v1', participantId, hash]))
}
