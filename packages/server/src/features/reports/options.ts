import type { Policy } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import type { Mailer, MailerTables } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { reportMailKinds } from './mail-kinds.ts'
import type { ReportTables } from './tables.ts'

/** What a transaction about a report can touch: it, its mail, and what becomes of its record. */
export type Tables = ReportTables & MailerTables & RecordTables & LedgerTables
export type Transaction = Purposes<Tables>

/** What reports need of the records of people. What takes a transaction is part of it. */
export interface ReportRecords {
  /** Makes a record; for the person behind an address, where there is one. */
  open(
    transaction: Transaction,
    record: {
      readonly id: string
      readonly kind: string
      readonly address: Personal<string> | null
      readonly at: Date
    },
  ): Promise<void>
  /** A retention event came about. */
  note(transaction: Transaction, record: string, event: string, at: Date): Promise<void>
}

export interface ReportOptions {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening'>
  readonly mailer: Mailer<typeof reportMailKinds, Tables>
  readonly records: ReportRecords
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}
