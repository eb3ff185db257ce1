import { openRooms, type OpenedRoom } from './opened.ts'
import type { RoomParts } from './parts.ts'
import { roomStore } from './room-store.ts'

/** What an operator sees of rooms: which there are, and how they are set. Their links stay hashes. */
export function oversight(parts: Pick<RoomParts, 'database' | 'seals'>) {
  const store = roomStore(parts.database)
  return {
    /** All, newest first; those of one owner, where one is given. */
    page: async (
      owner: string | null,
      { from, most }: { from: number; most: number },
    ): Promise<{ readonly rooms: readonly OpenedRoom[]; readonly total: number }> => {
      const records = owner === null ? null : [owner]
      const rooms = await openRooms(parts, await store.page(records, { from, most }))
      return { rooms, total: await store.count(records) }
    },

    /** How many each of these owners has; none where there is no word of one. */
    countsOf: (owners: readonly string[]): Promise<ReadonlyMap<string, number>> => store.countsOf(owners),
  }
}
