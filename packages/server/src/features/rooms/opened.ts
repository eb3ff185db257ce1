import type { RoomDoor, RoomSize } from '@samtale/protocol'
import { reveal } from '../../platform/personal.ts'
import type { Opener } from '../../platform/seals/seals.ts'
import type { RoomParts } from './parts.ts'
import type { Room } from './room-store.ts'
import { roomCategory, type Owner } from './tables.ts'

/** A room for its own people, with its name in plain: everybody who has the link reads it. */
export interface OpenedRoom {
  readonly id: string
  readonly record: string
  readonly owner: Owner
  readonly name: string
  readonly door: RoomDoor
  readonly size: RoomSize
  readonly hidesAddresses: boolean
  readonly hasLink: boolean
  readonly endsAt: Date | null
  readonly suspended: boolean
}

export async function openRooms({ seals }: Pick<RoomParts, 'seals'>, rooms: readonly Room[]): Promise<OpenedRoom[]> {
  const records = [...new Set(rooms.map(({ record_id }) => record_id))]
  const opener = await seals.forOpening(records, [roomCategory])
  return rooms.map((room) => openRoom(opener, room))
}

function openRoom(opener: Opener, room: Room): OpenedRoom {
  const { id, record_id: record, owner, name, door, size, hides_addresses, link_index, ends_at, suspended_at } = room
  return {
    id,
    record,
    owner,
    name: name === null ? '' : reveal(opener.open(nameCell(record), name)),
    door,
    size,
    hidesAddresses: hides_addresses,
    hasLink: link_index !== null,
    endsAt: ends_at,
    suspended: suspended_at !== null,
  }
}

export function nameCell(record: string) {
  return { table: 'room', column: 'name', record, category: roomCategory } as const
}
