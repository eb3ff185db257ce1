import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type RoomTables } from './tables.ts'

type Count = 'meetings' | 'missed_knocks'

/** How often rooms are used, by day. */
export function dayStore(database: Purposes<RoomTables>) {
  const db = database.for(purpose)
  return {
    add: async ({ room, record, day, what }: { room: string; record: string; day: string; what: Count }) => {
      const none = { meetings: 0, missed_knocks: 0 }
      await db
        .insertInto('room_day')
        .values({ room_id: room, record_id: record, day, ...none, [what]: 1 })
        .onConflict((same) =>
          same.columns(['room_id', 'day']).doUpdateSet((row) => ({ [what]: row(`room_day.${what}`, '+', 1) })),
        )
        .execute()
    },
    /** Sums of each room of an owner since a day, that day included. */
    sums: (record: string, since: string) =>
      db
        .selectFrom('room_day')
        .select((read) => [
          'room_id',
          read.fn.sum<string>('meetings').as('meetings'),
          read.fn.sum<string>('missed_knocks').as('missed_knocks'),
        ])
        .where('record_id', '=', record)
        .where('day', '>=', since)
        .groupBy('room_id')
        .execute(),
  }
}
