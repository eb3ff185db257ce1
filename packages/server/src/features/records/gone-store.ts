import type { Db } from '../../platform/db/db.ts'
import type { RecordTables } from './tables.ts'

/** Categories of records whose rows, keys and files are gone, beyond the one named, in order. */
export function finishedPage(
  db: Db<RecordTables>,
  { record, category }: { record: string; category: string },
  most: number,
): Promise<{ record: string; category: string }[]> {
  return db
    .selectFrom('record_gone')
    .select(['record_id as record', 'category'])
    .where('finished_at', 'is not', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('record_id', 'category'), '>', tuple(record, category)))
    .orderBy('record_id')
    .orderBy('category')
    .limit(most)
    .execute()
}
