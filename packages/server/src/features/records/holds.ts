import type { HoldGround } from '@samtale/policy/grounds'
import type { Db } from '../../platform/db/db.ts'
import { categoriesOf, type RecordKinds } from './kinds.ts'
import { RecordError } from './record-error.ts'
import { recordStore, type StoredRecord } from './record-store.ts'
import { readFacts, type StoredFacts } from './store.ts'
import type { RecordTables } from './tables.ts'

/** A hold: some categories of records that are named one by one, on a ground, until somebody looks again. */
export interface NewHold {
  readonly records: readonly string[]
  readonly categories: readonly string[]
  readonly ground: HoldGround
  /** Who answers for it, as a role such as `legal`. */
  readonly owner: string
  readonly reviewBy: Date
}

/**
 * The records that a hold is placed on, which nobody else decides about until the transaction is over.
 * @throws RecordError `hold.empty`, `hold.review-missing`, `hold.owner-invalid`, `hold.category-unknown`, `record.unknown`
 */
export async function recordsToHold(
  db: Db<RecordTables>,
  kinds: RecordKinds,
  hold: NewHold,
  at: Date,
): Promise<string[]> {
  refuseLooseHold(hold, at)
  const found = await recordStore(db).take(hold.records)
  if (found.length < new Set(hold.records).size) throw new RecordError('record.unknown')
  refuseHoldOnNothing(kinds, found, hold.categories, (await readFacts(db, found)).gone)
  return found.map(({ id }) => id)
}

const role = /^[a-z][a-z0-9.-]{0,63}$/

function refuseLooseHold({ records, categories, owner, reviewBy }: NewHold, at: Date): void {
  if (records.length === 0 || categories.length === 0) throw new RecordError('hold.empty')
  // The compiler asks for a date; a form may give none that is one.
  if (!(reviewBy.getTime() > at.getTime())) throw new RecordError('hold.review-missing')
  if (!role.test(owner)) throw new RecordError('hold.owner-invalid')
}

/** A category that none of the records holds, or that is gone from one, would be held in name only. */
function refuseHoldOnNothing(
  { kinds, passing }: RecordKinds,
  records: readonly StoredRecord[],
  categories: readonly string[],
  gone: StoredFacts['gone'],
): void {
  const held = new Set([...records.flatMap(({ kind }) => kinds[kind]?.categories ?? []), ...categoriesOf(passing)])
  if (categories.some((category) => !held.has(category))) throw new RecordError('hold.category-unknown')
  if (gone.some(({ category }) => categories.includes(category))) throw new RecordError('record.unknown')
}
