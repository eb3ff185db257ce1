import type { Db } from '../../platform/db/db.ts'
import { recordIds, type AnyTables } from './row-store.ts'

/** Whose rows are read. */
export interface Person {
  /** Null for somebody of whom only what is nobody's is left. */
  readonly subject: string | null
  /** These of their records and no others; all, where it is null. */
  readonly only: readonly string[] | null
  /** Records that are nobody's and lead back to an address of theirs. */
  readonly alsoRecords: readonly string[]
}

/** Rows and records read at a time: as much as is ever held. */
export const pageSize = 250

/** Ids of a person's records, a page at a time. */
export async function* recordPages(
  { db }: { db: Db<AnyTables> },
  { subject, only, alsoRecords }: Person,
): AsyncGenerator<string[]> {
  if (subject !== null) yield* ownPages(db, subject, only)
  if (alsoRecords.length > 0) yield [...alsoRecords]
}

async function* ownPages(db: Db<AnyTables>, subject: string, only: readonly string[] | null): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const ids = await recordIds(db, { subject, only, after, most: pageSize })
    if (ids.length > 0) yield ids
    if (ids.length < pageSize) return
    after = ids.at(-1) ?? after
  }
}
