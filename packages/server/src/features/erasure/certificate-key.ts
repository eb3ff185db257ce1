import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { canonicalJson } from '@samtale/policy'
import type * as z from 'zod'
import { sha256 } from '../../platform/ids.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { signedPart, type Certificate, type PublicKey } from './certificate.ts'

export type PublicJwk = Readonly<z.infer<typeof PublicKey>>

/** By what an installation signs certificates. */
export interface CertificateKey {
  readonly publicKey: PublicJwk
  sign(certificate: Omit<Certificate, 'key' | 'signature'>): Certificate
}

/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The installation's key, made of the secret that its links and indexes are made of (docs/adr/0015): it lies in the file
 * of epoch keys, so it outlives restarts, is the same on every node and is kept and copied with that file.
 */
export function certificateKey(seals: Pick<Seals, 'secret'>): CertificateKey {
  const seed = seals.secret('erasure certificates')
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKey: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  return {
    publicKey,
    sign: (certificate) => {
      const signed = { ...certificate, key: publicKey }
      return { ...signed, signature: sign(null, signedPart(signed), privateKey).toString('base64url') }
    },
  }
}

/** Whether a certificate is signed by the key that it shows. */
export function isSigned(certificate: Certificate): boolean {
  const signature = Buffer.from(certificate.signature, 'base64url')
  // Another spelling of the same bytes is another certificate.
  if (signature.toString('base64url') !== certificate.signature) return false
  try {
    const key = createPublicKey({ key: certificate.key, format: 'jwk' })
    return verify(null, signedPart(certificate), key, signature)
  } catch {
    return false
  }
}

/** Name of a key (RFC 7638). */
export function thumbprint({ crv, kty, x }: PublicJwk): string {
  return sha256(canonicalJson({ crv, kty, x }))
}
