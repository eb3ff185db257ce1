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

/** Some of the yes to a question from before a time that nothing has superseded. */
export function standingYes(
  db: Db<RecordTables>,
  consent: string,
  before: Date,
  most: number,
): Promise<Pick<RecordTables['record_consent'], 'record_id' | 'at' | 'expires_at'>[]> {
  return db
    .selectFrom('record_consent')
    .select(['record_id', 'at', 'expires_at'])
    .where('consent', '=', consent)
    .where('given', '=', true)
    .where('at', '<', before)
    .where('superseded_at', 'is', null)
    .limit(most)
    .execute()
}
