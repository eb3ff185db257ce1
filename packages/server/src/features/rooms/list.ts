import { canonicalRoomName } from '@samtale/protocol'
import { findInParts } from '../../platform/in-parts.ts'
import { reveal } from '../../platform/personal.ts'
import { nameCell, openRooms, type OpenedRoom } from './opened.ts'
import type { RoomParts } from './parts.ts'
import { roomStore, type Room } from './room-store.ts'
import { roomCategory } from './tables.ts'

/** So many names are opened at once while one is looked for. */
const openedAtOnce = 500
/** Rooms on one page of a list. */
export const pageSize = 20

export interface RoomList {
  readonly rooms: readonly OpenedRoom[]
  /** How many there are in all, or fit what was looked for. */
  readonly total: number
  /** From 1. */
  readonly page: number
}

/**
 * A page of the rooms of some owners, newest first. Names are sealed, so that looking for one opens them all: that is done
 * in memory, with one key for each owner, in parts.
 */
export async function listRooms(
  parts: Pick<RoomParts, 'database' | 'seals'>,
  records: readonly string[],
  { page, search }: { page: number; search: string },
): Promise<RoomList> {
  const store = roomStore(parts.database)
  const from = (page - 1) * pageSize
  const wanted = wordsOf(search)
  if (wanted === '') {
    const rooms = await openRooms(parts, await store.page(records, { from, most: pageSize }))
    return { rooms, total: await store.count(records), page }
  }
  const fitting = await fittingIds(parts, await store.names(records), wanted)
  const shown = fitting.slice(from, from + pageSize)
  const rooms = shown.length === 0 ? [] : await openRooms(parts, await store.some(shown))
  return { rooms, total: fitting.length, page }
}

async function fittingIds(
  { seals }: Pick<RoomParts, 'seals'>,
  named: readonly Pick<Room, 'id' | 'record_id' | 'name'>[],
  wanted: string,
): Promise<string[]> {
  const found = await findInParts(named, openedAtOnce, async (part) => {
    const opener = await seals.forOpening([...new Set(part.map(({ record_id }) => record_id))], [roomCategory])
    return part.filter(
      ({ record_id, name }) => name !== null && reveal(opener.open(nameCell(record_id), name)).includes(wanted),
    )
  })
  return found.map(({ id }) => id)
}

/** Spelt as names are, where it can be. */
function wordsOf(search: string): string {
  const canonical = canonicalRoomName(search)
  return canonical.ok ? canonical.name : search.trim().toLowerCase()
}
