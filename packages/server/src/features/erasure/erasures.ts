import type { Language, Policy } from '@samtale/policy'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { EraseWhat, Records } from '../records/index.ts'
import { certificateKey, type PublicJwk } from './certificate-key.ts'
import type { Certificate } from './certificate.ts'
import { certify } from './certify.ts'

export interface ErasuresOptions {
  readonly database: Purposes<LedgerTables>
  readonly records: Pick<Records, 'erase' | 'ledger'>
  readonly seals: Pick<Seals, 'secret' | 'status'>
  readonly policy: Policy
  readonly publication: { readonly number: number; readonly hash: string }
  readonly publicUrl: URL
}

export interface EraseAsked {
  /** In which the certificate is read first. */
  readonly language: Language
  /** When it was asked for; grounds end then. */
  readonly at: Date
  /** Records that stay out of it: the request itself, which shows that it was answered and by which mail goes out. */
  readonly except?: readonly string[]
}

export interface Erasures {
  /** Erases all that can be of a person, at once, and certifies what went, what stays, why and until when. */
  erase(subject: string, asked: EraseAsked): Promise<Certificate>
  /** The same for one record. */
  eraseRecord(record: string, asked: Omit<EraseAsked, 'except'>): Promise<Certificate>
  /** The key that certificates are signed by. */
  readonly publicKey: PublicJwk
}

/** Erasure with a signed certificate (GDPR art. 17, 12(3), 5(2)). */
export function createErasures(options: ErasuresOptions): Erasures {
  const { records, seals } = options
  const key = certificateKey(seals)
  async function erase(what: EraseWhat, { language, at }: EraseAsked): Promise<Certificate> {
    const erased = await records.erase(what, at)
    const { longestSurvivalDays: survivalDays } = await seals.status()
    return key.sign(certify(options, erased, { askedAt: at, language, survivalDays }))
  }
  return {
    erase: (subject, asked) => erase({ subject, except: asked.except ?? [] }, asked),
    eraseRecord: (record, asked) => erase({ record }, asked),
    publicKey: key.publicKey,
  }
}
