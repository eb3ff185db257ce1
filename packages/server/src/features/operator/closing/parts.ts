import type { Personal } from '../../../platform/personal.ts'
import type { Suspensions, TargetKind } from '../../suspension/index.ts'

/** Somebody's account, opened with a reason. */
export interface SeenAccount {
  readonly account: string
  /** Their address; where they have none, their phone number. */
  readonly login: string
  readonly name: string
  readonly role: string
}

/** An organisation as a list has it. */
export interface ListedOrganisation {
  readonly id: string
  readonly name: Personal<string>
  readonly legalName: Personal<string>
  readonly privacyContact: Personal<string>
  readonly madeAt: Date
  readonly members: number
}

/** A room as a list has it. */
export interface ListedRoom {
  readonly name: string
  readonly owner: 'account' | 'organisation'
  readonly door: 'link' | 'knock' | 'members'
  readonly suspended: boolean
}

/** A part of a long list: how many are left out before it, and how many it has at most. */
export interface Part {
  readonly from: number
  readonly most: number
}

export interface OrganisationDesk {
  list(asked: Part & { readonly search: string }): Promise<{
    readonly organisations: readonly ListedOrganisation[]
    readonly total: number
  }>
  see(organisation: string): Promise<ListedOrganisation | null>
  agreementState(organisation: string): Promise<'missing' | 'changed' | 'accepted'>
}

/** What the people of something that was closed or opened are told. */
export interface Told {
  readonly kind: TargetKind
  readonly target: string
  /** Number of the suspension: of each, they are told once. */
  readonly suspension: string
  readonly why: string
  readonly isClosed: boolean
}

/** What closing accounts, organisations and rooms needs. */
export interface ClosingParts {
  readonly suspensions: Suspensions
  /** The number of the account behind an address or phone number, read as signing in reads it; null where there is none. */
  accountAt(written: string): Promise<string | null>
  see(account: string): Promise<SeenAccount | null>
  /** Whether another operator than this one could decide: one whose account isn’t closed. */
  othersThan(account: string): Promise<boolean>
  /** How a room stands; null where nobody made one of this name. */
  roomAt(name: string): Promise<{ readonly name: string; readonly status: string } | null>
  /** Null while the policy in force has none. */
  readonly organisations: OrganisationDesk | null
  /** Those of an organisation, or all: newest first. */
  rooms(owner: string | null, part: Part): Promise<{ readonly rooms: readonly ListedRoom[]; readonly total: number }>
  roomCounts(owners: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Has the rooms of an organisation answer as it stands now. */
  refreshRooms(): void
  /** Mails those whom it concerns. */
  tell(told: Told): Promise<void>
  /** Has a room answer as closed, or as open again. */
  closeRoom(name: string, isClosed: boolean): Promise<void>
}
