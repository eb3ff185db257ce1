import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import type { OrganisationRole } from '../../platform/http/routes.ts'
import type { MailerTables } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { SignedTokens } from '../../platform/signed-token.ts'
import type { Audit, AuditTables } from '../audit/index.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { MemberParts } from './members/parts.ts'
import type { RecordTables } from '../records/index.ts'
import type { CheckName } from './names.ts'
import type { Owner, RoomTables } from './tables.ts'

/** An organisation that somebody is in. */
export interface Membership {
  readonly organisation: string
  readonly name: Personal<string>
  readonly role: OrganisationRole
}

/** What rooms need to know of organisations. */
export interface Memberships {
  roleOf(account: string, organisation: string): Promise<OrganisationRole | null>
  of(account: string): Promise<readonly Membership[]>
  /** Accounts that are at least that in it. */
  accountsOf(organisation: string, least: OrganisationRole): Promise<readonly string[]>
}

/** What a transaction about a room can touch: it, and the log of its organisation. */
export type Tables = RoomTables & AuditTables & MailerTables & RecordTables & LedgerTables
export type Transaction = Purposes<Tables>

/** What rooms are kept in, and what they go by. */
export interface RoomParts {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening' | 'index'>
  readonly tokens: SignedTokens
  readonly memberships: Memberships
  /** Whether an operator closed the organisation that owns a room: then all its rooms are. None is, where it isn't given. */
  readonly isOwnerClosed?: (organisation: string) => Promise<boolean>
  /** Whether an operator closed an account: then its person comes as a guest. None is, where it isn't given. */
  readonly isAccountClosed?: (account: string) => Promise<boolean>
  /** Where what is done to organisations’ rooms is written down; null where there is no such log. */
  readonly audit: Pick<Audit, 'prepare' | 'note'> | null
  /** What lists of whom a room lets in need; null while the policy in force has none. */
  readonly members: MemberParts | null
  readonly checkName: CheckName
  /** Whether rooms may be large: media of five and more go through this machine. */
  readonly largeAllowed: boolean
  /** Rooms that one account or organisation can have. */
  readonly mostRooms: Readonly<Record<Owner, number>>
  /** Time zone in which days are counted. */
  readonly timeZone: string
  readonly clock: Clock
}
