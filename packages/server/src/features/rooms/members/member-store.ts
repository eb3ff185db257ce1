import type { Purposes } from '../../../platform/db/db.ts'
import { builtInPurposes } from '../../../platform/db/access/plan.ts'
import { newId } from '../../../platform/ids.ts'
import { purpose, type RoomTables } from '../tables.ts'

/** Somebody who was let in to a room. */
export interface StoredMember {
  readonly account: string
  readonly joinedAt: Date
}

/** Who was let in to rooms by name. Whose account is restricted isn't seen, and isn't let in. */
export function memberStore(database: Purposes<RoomTables>) {
  const db = database.for(purpose)
  const live = () => db.selectFrom('room_member').selectAll().where('joined_at', 'is not', null)
  return {
    isIn: async (room: string, account: string): Promise<boolean> =>
      (await live().where('room_id', '=', room).where('record_id', '=', account).executeTakeFirst()) !== undefined,
    /** Those who have been there longest first. */
    ofRoom: async (room: string, most: number): Promise<StoredMember[]> => {
      const rows = await live().where('room_id', '=', room).orderBy('joined_at').orderBy('id').limit(most).execute()
      return rows.flatMap(({ record_id: account, joined_at: joinedAt }) =>
        joinedAt === null ? [] : [{ account, joinedAt }],
      )
    },
    roomsOf: async (account: string, most: number): Promise<string[]> => {
      const rows = await live().where('record_id', '=', account).orderBy('joined_at', 'desc').limit(most).execute()
      return rows.map(({ room_id }) => room_id)
    },
    /** Nothing happens where they are in it already. */
    add: async (room: string, account: string, at: Date): Promise<void> => {
      await db
        .insertInto('room_member')
        .values({ id: newId(at), record_id: account, room_id: room, joined_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    /** Who is taken off is in it no more, in the same moment; `storage` alone deletes. False where they weren't. */
    remove: async (room: string, account: string): Promise<boolean> => {
      const storage = database.for(builtInPurposes.storage)
      const { numDeletedRows } = await storage
        .deleteFrom('room_member')
        .where('room_id', '=', room)
        .where('record_id', '=', account)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
