import type { Db } from '../../platform/db/db.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { RecordTables } from './tables.ts'

const pageSize = 1_000

/** Destroys the keys of all categories that are gone of records that are there. */
export async function destroyAgain(db: Db<RecordTables>, seals: Pick<Seals, 'destroy'>): Promise<void> {
  for (let last = { record: '', category: '' }; ;) {
    const rows = await db
      .selectFrom('record_gone')
      .select(['record_id as record', 'category'])
      .where('finished_at', 'is not', null)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('record_id', 'category'), '>', tuple(last.record, last.category)))
      .orderBy('record_id')
      .orderBy('category')
      .limit(pageSize)
      .execute()
    await seals.destroy(rows)
    if (rows.length < pageSize) return
    last = rows.at(-1) ?? last
  }
}
