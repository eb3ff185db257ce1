import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type RoomBrandRow, type RoomTables } from './tables.ts'

/** A brand without its pictures. */
export type Brand = Omit<Selectable<RoomBrandRow>, 'logo' | 'background'>
export type Picture = 'logo' | 'background'

const light = ['id', 'record_id', 'room_id', 'logo_id', 'background_id', 'accent', 'ground', 'updated_at'] as const

/** How rooms look. */
export function brandStore(database: Purposes<RoomTables>) {
  const db = database.for(purpose)
  return {
    /** A room's own, or with `null` its owner's. */
    find: (record: string, room: string | null): Promise<Brand | undefined> =>
      db
        .selectFrom('room_brand')
        .select(light)
        .where('record_id', '=', record)
        .where('room_id', room === null ? 'is' : '=', room)
        .executeTakeFirst(),
    add: async (row: Insertable<RoomBrandRow>): Promise<void> => {
      await db.insertInto('room_brand').values(row).execute()
    },
    change: async (id: string, row: Updateable<RoomBrandRow>): Promise<void> => {
      await db.updateTable('room_brand').set(row).where('id', '=', id).execute()
    },
    /** The picture of a number. */
    picture: async (number: string) => {
      const row = await db
        .selectFrom('room_brand')
        .select(['record_id', 'logo', 'logo_id', 'background', 'background_id'])
        .where((where) => where.or([where('logo_id', '=', number), where('background_id', '=', number)]))
        .executeTakeFirst()
      if (row === undefined) return null
      const column: Picture = row.logo_id === number ? 'logo' : 'background'
      return { record: row.record_id, column, sealed: row[column] }
    },
  }
}
