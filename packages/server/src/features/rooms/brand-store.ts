import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type RoomBrandRow, type RoomTables } from './tables.ts'

/** A brand without its pictures. */
export type Brand = Omit<Selectable<RoomBrandRow>, 'logo' | 'background'>
export type Picture = 'logo' | 'background'
/** Whose look it is, and its number where it is made now. */
type BrandKey = Pick<Insertable<RoomBrandRow>, 'id' | 'record_id' | 'room_id'>
export type BrandPart = Partial<Omit<RoomBrandRow, keyof BrandKey>> & Pick<RoomBrandRow, 'updated_at'>

const empty = { logo: null, logo_id: null, background: null, background_id: null, accent: null, ground: null }
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
    /** Changes a part of a look, or makes the look of that alone: also where two do so at the same moment. */
    write: async (whose: BrandKey, part: BrandPart): Promise<void> => {
      await db
        .insertInto('room_brand')
        .values({ ...empty, ...whose, ...part })
        .onConflict((same) =>
          (whose.room_id === null
            ? same.column('record_id').where('room_id', 'is', null)
            : same.column('room_id')
          ).doUpdateSet(part),
        )
        .execute()
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
