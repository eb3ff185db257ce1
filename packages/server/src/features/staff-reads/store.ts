import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type StaffReadRow, type StaffReadTables } from './tables.ts'

/** Looks of the staff: written and read, never changed. */
export function staffReadStore(database: Purposes<StaffReadTables>) {
  const db = database.for(purpose)
  return {
    add: async (row: Insertable<StaffReadRow>): Promise<void> => {
      await db.insertInto('staff_read').values(row).execute()
    },
    /** Latest first. */
    byId: (records: readonly string[], most: number): Promise<Selectable<StaffReadRow>[]> =>
      db
        .selectFrom('staff_read')
        .selectAll()
        .where('record_id', 'in', [...records])
        .orderBy('read_at', 'desc')
        .limit(most)
        .execute(),
  }
}
