import { canonicalJson, languages } from '@samtale/policy'
import { holdGrounds } from '@samtale/policy/grounds'
import * as z from 'zod'

const text = z.strictObject({ en: z.string(), nb: z.string(), sv: z.string() })
const instant = z.iso.datetime({ precision: 3 })
const count = z.int().nonnegative()
const what = { category: z.string(), title: text, kind: z.string(), records: count }

/** An Ed25519 public key as a JSON Web Key (RFC 8037). */
export const PublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
})

/** What of one category went, of records of one kind: rows of tables, and whether all of it was sealed. */
const Gone = z.strictObject({
  ...what,
  outcome: z.enum(['deleted', 'anonymous']),
  tables: z.array(z.strictObject({ table: z.string(), rows: count, sealed: z.boolean() })),
})

/** Why something stays. `exception`: of GDPR art. 17(3), or 18(1) where the person wants it kept; null for a duty's use. */
const Ground = z.strictObject({
  kind: z.enum(['law', 'duty', 'hold', 'restriction', 'other']),
  /** Article of the legal basis, as in DPV's `eu-gdpr:A6-1-c`. */
  article: z.string().nullable(),
  law: text.nullable(),
  exception: z.enum(holdGrounds).nullable(),
  /** Of DPV's `justifications`. */
  dpv: z.string().nullable(),
  reviewBy: instant.nullable(),
  until: instant.nullable(),
})

/** What of one category stays: why, until when, and by when it goes by itself. Null where no end is known yet. */
const Stays = z.strictObject({
  ...what,
  state: z.enum(['in-use', 'restricted']),
  grounds: z.array(Ground),
  until: instant.nullable(),
  deletedBy: instant.nullable(),
})

const Certificate = z.strictObject({
  format: z.literal('samtale erasure certificate 1'),
  installation: z.strictObject({ controller: z.string().nullable(), url: z.url() }),
  policy: z.strictObject({ version: z.int().positive(), hash: z.string() }),
  language: z.enum(languages),
  /** In which its days are counted. */
  timeZone: z.string().refine(isTimeZone),
  askedAt: instant,
  doneAt: instant,
  gone: z.array(Gone),
  stays: z.array(Stays),
  /** When the last copies of what was sealed, in backups and under older epoch keys, open for nobody. */
  copies: z.strictObject({ days: count, unreadableFrom: instant }),
  /** The end of the ledger when it was done, and which of its entries are about this. */
  ledger: z.strictObject({
    head: z.strictObject({ number: z.int().positive(), hash: z.string() }).nullable(),
    entries: z.array(z.int().positive()),
  }),
  key: PublicKey,
  /** Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of all the others, in base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
})

/** What an erasure came to, signed, and without anything that tells whose it was. */
export type Certificate = Readonly<z.infer<typeof Certificate>>
export type GoneItem = Certificate['gone'][number]
export type StaysItem = Certificate['stays'][number]
export type StaysGround = StaysItem['grounds'][number]

function isTimeZone(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone }).format(0)
    return true
  } catch {
    return false
  }
}

/** The one spelling of a certificate, as a file: canonical JSON, and a line's end. */
export function spellCertificate(certificate: Certificate): string {
  return `${canonicalJson(certificate)}\n`
}

/** What the signature is over: all but itself. */
export function signedPart(certificate: Omit<Certificate, 'signature'>): Buffer {
  const signed = Object.entries(certificate).filter(([field]) => field !== 'signature')
  return Buffer.from(canonicalJson(Object.fromEntries(signed)))
}

/** Reads a certificate, whoever it is from; null where it is none. */
export function readCertificate(file: string): Certificate | null {
  try {
    return Certificate.parse(JSON.parse(file))
  } catch {
    return null
  }
}
