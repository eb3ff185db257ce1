import { canonicalRoomName } from '@samtale/protocol'
import { openRooms, type OpenedRoom } from './opened.ts'
import type { RoomParts } from './parts.ts'
import { roomStore } from './room-store.ts'

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
 * in memory, with one key for each owner.
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
  const all = await openRooms(parts, await store.page(records, { from: 0, most: mostSearched }))
  const fitting = all.filter(({ name }) => name.includes(wanted))
  return { rooms: fitting.slice(from, from + pageSize), total: fitting.length, page }
}

const mostSearched = 20_000

/** Spelt as names are, where it can be. */
function wordsOf(search: string): string {
  const canonical = canonicalRoomName(search)
  return canonical.ok ? canonical.name : search.trim().toLowerCase()
}
