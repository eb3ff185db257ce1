import type { Db } from '../../platform/db/db.ts'
import type { RecordTables } from './tables.ts'

/** The last answer that a record's person gave to a question. */
export function lastAnswer(db: Db<RecordTables>, record: string, consent: string) {
  return db
    .selectFrom('record_consent')
    .select(['at', 'given', 'superseded_at'])
    .where('record_id', '=', record)
    .where('consent', '=', consent)
    .orderBy('at', 'desc')
    .orderBy('given')
    .limit(1)
    .executeTakeFirst()
}
