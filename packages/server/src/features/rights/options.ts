import type { Language, Policy } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import type { JobQueue } from '../../platform/jobs/queue.ts'
import type { Mailer, MailerTables } from '../../platform/mail/mailer.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { SignedTokens } from '../../platform/signed-token.ts'
import type { ConsentRegister, ConsentTables } from '../consent/index.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { Records, RecordTables } from '../records/index.ts'
import type { rightsMailKinds } from './mail-kinds.ts'
import { category, claimCategory, purpose, type RightsTables } from './tables.ts'

/** What a transaction about a request can touch. */
export type Tables = RightsTables & MailerTables & RecordTables & LedgerTables & ConsentTables
export type Transaction = Purposes<Tables>

/** What a person takes along or sees (GDPR art. 15, 20). */
export interface Exporter {
  /** A ZIP, as it is made. */
  pack(
    subject: string,
    how: { readonly language: Language; readonly what: 'everything' | 'portable'; readonly at: Date },
  ): AsyncIterable<Uint8Array>
}

/** What erasure came to. */
export interface Erased {
  /** What went, what stays, why and until when, in words. */
  readonly inWords: string
  /** The same, signed, for whoever wants to check it. */
  readonly certificate: string
}

export interface Eraser {
  /**
   * Erases what is kept about a person (GDPR art. 17), but for requests that are not answered yet, this one among them:
   * they are needed to answer. May be asked again for what it did.
   */
  erase(
    subject: string,
    how: { readonly language: Language; readonly at: Date; readonly except: readonly string[] },
  ): Promise<Erased>
}

/** What can be put right of what a person gave us (GDPR art. 16). */
export interface Correction {
  readonly name?: string
  readonly language?: Language
  readonly address?: string
}

export interface Corrector {
  /** Puts it right wherever it stands; gives the categories in which it did. Tells nothing that isn't there. */
  correct(subject: string, correction: Correction): Promise<readonly string[]>
}

export interface RightsOptions {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening' | 'index'>
  readonly mailer: Mailer<typeof rightsMailKinds, Tables>
  readonly tokens: SignedTokens
  readonly jobs: JobQueue<'rights.carry-out'>
  readonly records: Pick<Records, 'subjects' | 'facts' | 'apply' | 'look'>
  readonly register: ConsentRegister
  readonly exports: Exporter
  readonly erasures: Eraser
  readonly corrections: Corrector
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** Whether requests are taken: the policy says what is kept of them, before and after they are confirmed. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = (key: string) =>
    Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(key))
  return covered(category) && covered(claimCategory)
}
