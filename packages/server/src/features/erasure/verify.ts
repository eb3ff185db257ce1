import * as z from 'zod'
import { isSigned, thumbprint, type PublicJwk } from './certificate-key.ts'
import { PublicKey, readCertificate, spellCertificate, type Certificate } from './certificate.ts'

/** What a look at a certificate can find. `docs/errors.md` is compared with this table by a test. */
export const certificateFindings = {
  'certificate.unreadable': { level: 'wrong', means: 'This is no erasure certificate of Samtale.' },
  'certificate.respelled': {
    level: 'wrong',
    means: 'Something in the file was changed, if only its spacing: it isn’t byte for byte what was signed.',
  },
  'certificate.signature-right': {
    level: 'right',
    means: 'The signature is right for the key that the certificate shows.',
  },
  'certificate.signature-wrong': {
    level: 'wrong',
    means: 'The signature is wrong: what the certificate says was changed, or was signed by another key than it shows.',
  },
  'certificate.key-right': { level: 'right', means: 'It was signed by the key that was given.' },
  'certificate.key-other': { level: 'wrong', means: 'It was signed by another key than the one that was given.' },
  'certificate.key-unknown': {
    level: 'unknown',
    means:
      'Whose key signed it was not looked at: give the installation’s key, from its /.well-known/erasure-certificate-key.json.',
  },
  'certificate.ledger-right': {
    level: 'right',
    means: 'This installation’s ledger has the entries, and is unbroken up to them.',
  },
  'certificate.ledger-other': {
    level: 'wrong',
    means: 'This installation’s ledger is not the one that the certificate names, or was changed.',
  },
  'certificate.ledger-unknown': { level: 'unknown', means: 'No ledger was looked at: no installation is here.' },
} as const satisfies Record<string, { level: 'right' | 'wrong' | 'unknown'; means: string }>

export type CertificateFinding = keyof typeof certificateFindings

/** What was found, and the certificate where it can be read; what it says counts only where nothing is wrong. */
export interface VerifiedCertificate {
  readonly certificate: Certificate | null
  readonly findings: readonly CertificateFinding[]
}

/** Looks whether a certificate is what was signed, and by which key; needs no installation. */
export function verifyCertificate(file: string, keys: readonly PublicJwk[] | null = null): VerifiedCertificate {
  const certificate = readCertificate(file)
  if (certificate === null) return { certificate, findings: ['certificate.unreadable'] }
  const respelled = spellCertificate(certificate) !== file
  return {
    certificate,
    findings: [
      ...(respelled ? (['certificate.respelled'] as const) : []),
      isSigned(certificate) ? 'certificate.signature-right' : 'certificate.signature-wrong',
      keyFinding(certificate, keys),
    ],
  }
}

/** Whether nothing that was found is wrong. */
export function isRight(findings: readonly CertificateFinding[]): boolean {
  return findings.every((code) => certificateFindings[code].level !== 'wrong')
}

function keyFinding({ key }: Certificate, keys: readonly PublicJwk[] | null): CertificateFinding {
  if (keys === null) return 'certificate.key-unknown'
  return keys.some((one) => thumbprint(one) === thumbprint(key)) ? 'certificate.key-right' : 'certificate.key-other'
}

const keyFile = z.union([
  PublicKey.loose().transform((key) => [key]),
  z.object({ keys: z.array(PublicKey.loose()) }).transform(({ keys }) => keys),
])

/** Keys of a file: a JSON Web Key, or a set of them (RFC 7517); null where it is neither. */
export function readKeys(file: string): PublicJwk[] | null {
  try {
    return keyFile.parse(JSON.parse(file)).map(({ kty, crv, x }) => ({ kty, crv, x }))
  } catch {
    return null
  }
}
