import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import type { InvitationPace } from '../../platform/invitation-link.ts'
import type { Mailer, MailerTables } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Person } from '../accounts/index.ts'
import type { Audit, AuditTables } from '../audit/index.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { organisationMailKinds } from './mail-kinds.ts'
import type { OrganisationTables } from './tables.ts'

/** What a transaction about an organisation can touch. */
export type Tables = OrganisationTables & AuditTables & MailerTables & RecordTables & LedgerTables
export type Transaction = Purposes<Tables>

/** What organisations need of the records of people. What takes a transaction is part of it. */
export interface OrganisationRecords {
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
  /** Has records erased; comes last in a transaction. */
  erase(transaction: Transaction, records: readonly string[], at: Date): Promise<void>
  /** Carries out at once what was decided about them. */
  settle(records: readonly string[]): Promise<void>
}

/** What organisations are kept in. */
export interface OrganisationParts {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening' | 'index'>
  readonly records: OrganisationRecords
  readonly audit: Audit
  readonly peopleOf: (accounts: readonly string[]) => Promise<ReadonlyMap<string, Person>>
  readonly mailer: Mailer<typeof organisationMailKinds, Tables>
  /** Whether an operator closed an organisation: then nobody comes in. */
  readonly isClosed: (organisation: string) => Promise<boolean>
  readonly publicUrl: URL
  /** How often invitations may be sent, to organisations and rooms together. */
  readonly pace: InvitationPace
  readonly clock: Clock
}

/** Who does something in an organisation. */
export interface Acting {
  readonly organisation: string
  /** Account. */
  readonly by: string
}
