import type { Db } from '../../platform/db/db.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { finishedPage } from './gone-store.ts'
import type { RecordTables } from './tables.ts'

const pageSize = 1_000

/** Destroys the keys of all categories that are gone of records that are there. */
export async function destroyAgain(db: Db<RecordTables>, seals: Pick<Seals, 'destroy'>): Promise<void> {
  for (let last = { record: '', category: '' }; ;) {
    const rows = await finishedPage(db, last, pageSize)
    await seals.destroy(rows)
    if (rows.length < pageSize) return
    last = rows.at(-1) ?? last
  }
}
