import type { RowBindings } from '@samtale/policy'
import { invitationRecord, roomCategory, usageCategory, type RoomTables } from './tables.ts'
import { roomInvitationColumns, roomMemberColumns } from './members/columns.ts'

const id = { nothingPersonal: 'random id of the row' } as const
const record = { nothingPersonal: 'random number of the record' } as const
const room = { nothingPersonal: 'random number of the room' } as const

/** What every column of the rooms' tables holds. */
export const roomColumns = {
  room: {
    id,
    record_id: record,
    owner: { nothingPersonal: 'whether an account or an organisation has it' },
    name: { holds: roomCategory, store: 'sealed', title: { en: 'Name', nb: 'Navn', sv: 'Namn' } },
    name_index: {
      holds: roomCategory,
      store: 'index',
      title: {
        en: 'A number by which the room is found',
        nb: 'Et tall som rommet finnes ved',
        sv: 'Ett tal som rummet hittas med',
      },
    },
    door: { nothingPersonal: 'which of three ways in' },
    size: { nothingPersonal: 'whether it is small or large' },
    hides_addresses: { nothingPersonal: 'whether people in it see each other’s network addresses' },
    link_index: {
      holds: roomCategory,
      store: 'index',
      title: {
        en: 'Keyed hash of what tells your link from older ones',
        nb: 'Et avtrykk av det som skiller lenken din fra eldre lenker',
        sv: 'Ett avtryck av det som skiljer din länk från äldre länkar',
      },
    },
    created_at: { nothingPersonal: 'when it was made' },
    updated_at: { nothingPersonal: 'when it was changed' },
    ends_at: { nothingPersonal: 'when it ends' },
    suspended_at: { nothingPersonal: 'when the operator closed it' },
    deleted_at: { nothingPersonal: 'when it was deleted' },
  },
  room_name: {
    name_hash: { nothingPersonal: 'keyed hash of a name of a room; whose it was is not kept' },
    room_id: room,
    taken_at: { nothingPersonal: 'when it was taken' },
    gone_at: { nothingPersonal: 'since when no room has it' },
  },
  room_brand: {
    id,
    record_id: record,
    room_id: room,
    logo: { holds: roomCategory, store: 'sealed', picture: true, title: { en: 'Logo', nb: 'Logo', sv: 'Logotyp' } },
    logo_id: { nothingPersonal: 'random number of the picture' },
    background: {
      holds: roomCategory,
      store: 'sealed',
      picture: true,
      title: { en: 'Background', nb: 'Bakgrunn', sv: 'Bakgrund' },
    },
    background_id: { nothingPersonal: 'random number of the picture' },
    accent: { nothingPersonal: 'a colour' },
    ground: { nothingPersonal: 'a colour' },
    updated_at: { nothingPersonal: 'when it was changed' },
  },
  room_day: {
    room_id: room,
    record_id: record,
    day: { nothingPersonal: 'which day' },
    meetings: {
      holds: usageCategory,
      title: { en: 'Meetings held that day', nb: 'Møter holdt den dagen', sv: 'Möten hållna den dagen' },
    },
    missed_knocks: {
      holds: usageCategory,
      title: {
        en: 'Knocks that nobody answered that day',
        nb: 'Ganger noen banket på uten svar den dagen',
        sv: 'Gånger någon knackade utan svar den dagen',
      },
    },
  },
  room_member: roomMemberColumns,
  room_invitation: roomInvitationColumns,
} as const satisfies { [Table in keyof RoomTables]: RowBindings<RoomTables[Table]> }

/**
 * The same as the database's rights have it. A row belongs to its owner's record, be that an account's or an
 * organisation's, and goes with it.
 */
export const roomTables = {
  room: { columns: roomColumns.room },
  room_name: { columns: roomColumns.room_name },
  room_brand: { columns: roomColumns.room_brand },
  room_day: { columns: roomColumns.room_day },
  // The record of whoever was let in: the row goes with their account.
  room_member: { record: 'account', columns: roomColumns.room_member },
  room_invitation: { record: invitationRecord, columns: roomColumns.room_invitation },
} as const
