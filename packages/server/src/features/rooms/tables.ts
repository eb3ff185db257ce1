import type { Language } from '@samtale/policy'
import type { RoomDoor, RoomSize } from '@samtale/protocol'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'

/** What a room is, for the policy: its name, its link's hash, and how it looks. */
export const roomCategory = 'room'
/** How often it is used. */
export const usageCategory = 'room.usage'
/** That its owner has let somebody in to it. */
export const memberCategory = 'room.member'
/** Whom its owner has invited. */
export const invitationCategory = 'room.invitation'
/** Kind of the records of invitations. */
export const invitationRecord = 'room-invitation'
/** What all of it is read and written for. */
export const purpose = 'rooms'

export type Owner = 'account' | 'organisation'

/** Table `room`. Its record is its owner's. */
export interface RoomRow {
  id: string
  record_id: string
  owner: Owner
  name: Sealed<typeof roomCategory> | null
  name_index: BlindIndex | null
  door: RoomDoor
  size: RoomSize
  /** Nobody in it learns another's network address. */
  hides_addresses: boolean
  /** Keyed hash of the tag of its link; without one it is opened by its bare name. */
  link_index: BlindIndex | null
  created_at: Date
  updated_at: Date
  /** When a room for one time ends. */
  ends_at: Date | null
  suspended_at: Date | null
  /** Emptied, until it is swept away. */
  deleted_at: Date | null
}

/** Table `room_name`: names that are taken, also by rooms that are gone. */
export interface RoomNameRow {
  name_hash: BlindIndex
  room_id: string
  taken_at: Date
  /** Since when no room has it. */
  gone_at: Date | null
}

/** Table `room_brand`: how a room looks, or with no room how all of its owner's do. */
export interface RoomBrandRow {
  id: string
  record_id: string
  room_id: string | null
  logo: Sealed<typeof roomCategory> | null
  logo_id: string | null
  background: Sealed<typeof roomCategory> | null
  background_id: string | null
  accent: string | null
  ground: string | null
  updated_at: Date
}

/** Table `room_day`. */
export interface RoomDayRow {
  room_id: string
  record_id: string
  /** Such as `2026-11-22`, in the time zone of the policy. */
  day: string
  meetings: number
  missed_knocks: number
}

/** Table `room_member`: whom the owner of a room has let in to it. Its record is theirs. */
export interface RoomMemberRow {
  id: string
  /** The account. */
  record_id: string
  room_id: string
  /** Null once it is over. */
  joined_at: Date | null
}

/** Table `room_invitation`. */
export interface RoomInvitationRow {
  record_id: string
  room_id: string
  address: Sealed<typeof invitationCategory> | null
  address_index: BlindIndex | null
  token_index: BlindIndex | null
  /** Of the mail. */
  language: Language
  sent_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface RoomTables {
  room: RoomRow
  room_name: RoomNameRow
  room_brand: RoomBrandRow
  room_day: RoomDayRow
  room_member: RoomMemberRow
  room_invitation: RoomInvitationRow
}
