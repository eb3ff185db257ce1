import type { Mailer } from '../../../platform/mail/mailer.ts'
import type { InvitationPace } from '../../../platform/invitation-link.ts'
import type { Personal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import type { roomMailKinds } from '../mail-kinds.ts'
import type { RoomParts, Tables, Transaction } from '../parts.ts'

/** What the lists of whom rooms let in need. */
export interface MemberParts {
  readonly peopleOf: (accounts: readonly string[]) => Promise<ReadonlyMap<string, Person>>
  readonly mailer: Mailer<typeof roomMailKinds, Tables>
  readonly records: MemberRecords
  readonly publicUrl: URL
  readonly pace: InvitationPace
}

/** What invitations need of the records of people. What takes a transaction is part of it. */
interface MemberRecords {
  /** Makes a record; for the person behind an address, where there is one. */
  open(
    transaction: Transaction,
    record: { readonly id: string; readonly kind: string; readonly address: Personal<string>; readonly at: Date },
  ): Promise<void>
  /** Has records erased; comes last in a transaction. */
  erase(transaction: Transaction, records: readonly string[], at: Date): Promise<void>
  /** Carries out at once what was decided about them. */
  settle(records: readonly string[]): Promise<void>
}

/** The same, beside what rooms are kept in. */
export type Parts = Pick<RoomParts, 'database' | 'seals' | 'clock'> & MemberParts
