import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { RoomTables } from './tables.ts'

/** Names that are taken, by rooms that are there and by those that are gone. */
export function nameStore(database: Purposes<RoomTables>) {
  const db = database.for(builtInPurposes.operation)
  return {
    /** Whoever is first has it; a room gets back the one that it had. */
    take: async (hash: BlindIndex, room: string, at: Date): Promise<boolean> => {
      const taken = await db
        .insertInto('room_name')
        .values({ name_hash: hash, room_id: room, taken_at: at, gone_at: null })
        .onConflict((other) => other.column('name_hash').doNothing())
        .returning('room_id')
        .execute()
      if (taken.length > 0) return true
      const { numUpdatedRows } = await db
        .updateTable('room_name')
        .set({ gone_at: null })
        .where('name_hash', '=', hash)
        .where('room_id', '=', room)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    isTaken: async (hash: BlindIndex): Promise<boolean> =>
      (await db.selectFrom('room_name').select('room_id').where('name_hash', '=', hash).execute()).length > 0,
    release: async (rooms: readonly string[], at: Date, except: BlindIndex | null = null): Promise<void> => {
      if (rooms.length === 0) return
      const released = db
        .updateTable('room_name')
        .set({ gone_at: at })
        .where('room_id', 'in', rooms)
        .where('gone_at', 'is', null)
      await (except === null ? released : released.where('name_hash', '!=', except)).execute()
    },
    /** Rooms that are said to have a name, by their numbers. */
    rooms: async (after: string, most: number): Promise<string[]> => {
      const rows = await db
        .selectFrom('room_name')
        .select('room_id')
        .where('gone_at', 'is', null)
        .where('room_id', '>', after)
        .orderBy('room_id')
        .limit(most)
        .execute()
      return rows.map(({ room_id }) => room_id)
    },
    forget: async (goneBefore: Date): Promise<void> => {
      await db.deleteFrom('room_name').where('gone_at', '<', goneBefore).execute()
    },
  }
}
