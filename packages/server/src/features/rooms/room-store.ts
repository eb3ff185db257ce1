import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { purpose, type RoomRow, type RoomTables } from './tables.ts'

export type Room = Selectable<RoomRow>

/** Rooms. One that was deleted isn't found, nor one whose owner's record is restricted. */
export function roomStore(database: Purposes<RoomTables>) {
  const db = database.for(purpose)
  const live = () => db.selectFrom('room').selectAll().where('deleted_at', 'is', null)
  return {
    add: async (row: Insertable<RoomRow>): Promise<void> => {
      await db.insertInto('room').values(row).execute()
    },
    find: (name: BlindIndex): Promise<Room | undefined> => live().where('name_index', '=', name).executeTakeFirst(),
    /** Holds a room for the rest of a transaction; undefined where it is there no more. */
    lock: (id: string): Promise<Room | undefined> => live().where('id', '=', id).forUpdate().executeTakeFirst(),
    /** Those of some owners, newest first; of all, where none are named. */
    page: (records: readonly string[] | null, { from, most }: { from: number; most: number }): Promise<Room[]> =>
      (records === null ? live() : live().where('record_id', 'in', records))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .offset(from)
        .limit(most)
        .execute(),
    /** Names of all of some owners' rooms, newest first: what a search has to open. */
    names: (records: readonly string[]) =>
      db
        .selectFrom('room')
        .select(['id', 'record_id', 'name'])
        .where('deleted_at', 'is', null)
        .where('record_id', 'in', records)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    some: (ids: readonly string[]): Promise<Room[]> =>
      live().where('id', 'in', ids).orderBy('created_at', 'desc').orderBy('id', 'desc').execute(),
    count: (records: readonly string[] | null): Promise<number> => count(db, records),
    countsOf: (records: readonly string[]): Promise<Map<string, number>> => countsOf(db, records),
    /** Until they are swept away, nothing is left of them but their numbers. False where none of them is there any more. */
    empty: async (ids: readonly string[], at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('room')
        .set({ deleted_at: at, name: null, name_index: null, link_index: null })
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    /** False where it is there no more. */
    change: async (id: string, row: Updateable<RoomRow>): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('room')
        .set(row)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

type Rooms = ReturnType<Purposes<RoomTables>['for']>

async function count(db: Rooms, records: readonly string[] | null): Promise<number> {
  const counted = db
    .selectFrom('room')
    .select((read) => read.fn.countAll<string>().as('total'))
    .where('deleted_at', 'is', null)
  const { total } = await (
    records === null ? counted : counted.where('record_id', 'in', records)
  ).executeTakeFirstOrThrow()
  return Number(total)
}

async function countsOf(db: Rooms, records: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('room')
    .select((read) => ['record_id', read.fn.countAll<string>().as('total')])
    .where('deleted_at', 'is', null)
    .where('record_id', 'in', ['', ...records])
    .groupBy('record_id')
    .execute()
  return new Map(rows.map(({ record_id, total }) => [record_id, Number(total)]))
}
