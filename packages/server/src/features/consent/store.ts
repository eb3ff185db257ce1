import type { Db } from '../../platform/db/db.ts'
import type { ConsentAnswerRow, ConsentTables } from './tables.ts'

/** Answers to questions: written and read, never changed. */
export function consentStore(db: Db<ConsentTables>) {
  return {
    open: (id: string, now: Date) =>
      db
        .insertInto('record')
        .values({ id, kind: 'consent', subject_id: null, created_at: now, next_check_at: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    add: (rows: readonly ConsentAnswerRow[]) =>
      db
        .insertInto('consent_answer')
        .values([...rows])
        .execute(),
    answersOf: (recordId: string) =>
      db
        .selectFrom('consent_answer')
        .selectAll()
        .where('record_id', '=', recordId)
        .orderBy('answered_at')
        .orderBy('id')
        .execute(),
  }
}
