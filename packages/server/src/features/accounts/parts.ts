import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import type { MailerTables } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { AccountTables } from './tables.ts'

/** What a transaction about an account can touch: it, its mail, and what becomes of its record. */
export type Tables = AccountTables & MailerTables & RecordTables & LedgerTables
export type Transaction = Purposes<Tables>

/** What accounts need of the records of people. What takes a transaction is part of it. */
export interface AccountRecords {
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
  /** The account was used: its time counts from then. */
  used(transaction: Transaction, record: string, at: Date): Promise<void>
  /** Erases an account as its person asked (GDPR art. 17). `kept`: a law or a hold keeps it, and it is used no more. */
  erase(record: string, at: Date): Promise<'erased' | 'kept'>
}

/** What accounts are kept in. */
export interface AccountParts {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening' | 'index' | 'secret'>
  readonly records: AccountRecords
  readonly clock: Clock
  /** Whether the policy in force has passwords; else nothing reads or writes any. */
  readonly hasPasswords: boolean
}
