import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { RoomTables } from './tables.ts'

/** What `storage` deletes of rooms, and how it sees which are there. */
export function sweepStore(database: Purposes<RoomTables>) {
  const db = database.for(builtInPurposes.storage)
  return {
    deleted: async (): Promise<void> => {
      await db.deleteFrom('room').where('deleted_at', 'is not', null).execute()
    },
    endedBefore: async (time: Date): Promise<void> => {
      await db.deleteFrom('room').where('ends_at', '<', time).execute()
    },
    daysBefore: async (day: string): Promise<void> => {
      await db.deleteFrom('room_day').where('day', '<', day).execute()
    },
    daysOfBefore: async (record: string, day: string): Promise<void> => {
      await db.deleteFrom('room_day').where('record_id', '=', record).where('day', '<', day).execute()
    },
    /** Which of these rooms are there, whatever became of their owners' records. */
    existing: async (rooms: readonly string[]): Promise<ReadonlySet<string>> => {
      const rows = await db.selectFrom('room').select('id').where('id', 'in', rooms).execute()
      return new Set(rows.map(({ id }) => id))
    },
  }
}
