import type { Db } from '../../platform/db/db.ts'
import { suppressionRecord } from '../../platform/mail/tables.ts'
import type { AnyTables } from './row-store.ts'

/** Whose an index of an address is. */
export async function subjectWithIndex(db: Db<AnyTables>, index: string): Promise<string | null> {
  const row = await db
    .selectFrom('subject_address')
    .select('subject_id')
    .where('address_index', '=', index)
    .executeTakeFirst()
  return row === undefined ? null : String(row['subject_id'])
}

/** Indexes of the addresses of a person. */
export async function indexesOf(db: Db<AnyTables>, subject: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('subject_address')
    .select('address_index')
    .where('subject_id', '=', subject)
    .execute()
  return new Set(rows.map(({ address_index }) => String(address_index)))
}

/** Whose a record is. */
export async function subjectOfRecord(db: Db<AnyTables>, record: string): Promise<string | null> {
  const row = await db.selectFrom('record').select('subject_id').where('id', '=', record).executeTakeFirst()
  return typeof row?.['subject_id'] === 'string' ? row['subject_id'] : null
}

/** Records, nobody's, of what addresses refused. */
export async function refusedBy(db: Db<AnyTables>, hashes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_suppression as s')
    .innerJoin('record as r', 'r.id', 's.record_id')
    .select('s.record_id')
    .where('r.kind', '=', suppressionRecord)
    .where('s.address_index', 'in', ['', ...hashes])
    .execute()
  return rows.map(({ record_id }) => String(record_id))
}
