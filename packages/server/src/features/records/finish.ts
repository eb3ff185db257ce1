import type { NewEntry } from '../ledger/index.ts'
import type { ApplyOptions } from './apply.ts'
import { entryOf } from './fact-entries.ts'
import { storagePurpose, type Transaction } from './facts.ts'
import type { Judged } from './judge.ts'
import { categoriesOf, type RecordKinds } from './kinds.ts'
import { cellStore, recordStore, subjectStore } from './record-store.ts'
import { keepingStore, type Finished } from './store.ts'

/** Destroys the keys of what is gone and removes its files: after the rows, and as often as it takes. */
export async function destroyKeys(
  { seals, kinds, removeFiles }: ApplyOptions,
  judged: readonly Judged[],
): Promise<void> {
  const whole = judged.filter((one) => isDeleted(one, kinds))
  const parts = judged.filter((one) => !isDeleted(one, kinds))
  const names = (ones: readonly Judged[], also: readonly string[] = []) =>
    ones.flatMap(({ record, toFinish }) => [...toFinish, ...also].map((category) => ({ record: record.id, category })))
  await seals.destroyRecords(whole.map(({ record }) => record.id))
  await seals.destroy(names(parts))
  await removeFiles([...names(whole, categoriesOf(kinds.passing)), ...names(parts)])
}

/**
 * Enters in the ledger what is gone for good, and deletes the records of which nothing is left, with the person who has no
 * other. What was made anonymous stays, and is nobody's. Somebody else may have finished the same meanwhile.
 */
export async function finishRecords(
  { kinds, ledger }: ApplyOptions,
  transaction: Transaction,
  judged: readonly Judged[],
  now: Date,
): Promise<void> {
  const db = transaction.for(storagePurpose)
  const store = recordStore(db)
  const there = new Set((await store.take(judged.map(({ record }) => record.id))).map(({ id }) => id))
  const left = judged.filter(({ record }) => there.has(record.id))
  if (left.length === 0) return
  const finished = await keepingStore(db).finish([...there], now)
  for (const { record } of left.filter((one) => isAnonymous(one, kinds))) await store.detach(record.id)
  const deleted = left.filter((one) => isDeleted(one, kinds))
  for (const [table, records] of tablesOf(deleted, kinds)) await cellStore(db).deleteRows(table, records)
  await store.delete(deleted.map(({ record }) => record.id))
  await subjectStore(db).deleteWithoutRecords([...new Set(left.flatMap(({ record }) => record.subject_id ?? []))])
  await ledger.append(
    transaction,
    left.flatMap(({ record }) => entriesOf(record, finished, now)),
  )
}

function entriesOf({ id, kind }: Judged['record'], finished: readonly Finished[], at: Date): NewEntry[] {
  return (['delete', 'anonymise'] as const).flatMap((outcome) => {
    const done = finished.filter((one) => one.record_id === id && one.outcome === outcome)
    if (done.length === 0) return []
    const categories = done.map(({ category }) => category).toSorted()
    return [entryOf({ kind: 'gone', record: id, of: kind, categories, outcome, at })]
  })
}

function isWhole({ record, gone }: Judged, { kinds }: RecordKinds): boolean {
  return (kinds[record.kind]?.categories ?? []).every((category) => gone.has(category))
}

/** Nothing of it is left. */
function isDeleted(one: Judged, kinds: RecordKinds): boolean {
  return isWhole(one, kinds) && ![...one.gone.values()].includes('anonymise')
}

function isAnonymous(one: Judged, kinds: RecordKinds): boolean {
  return isWhole(one, kinds) && [...one.gone.values()].includes('anonymise')
}

/** Tables of their kinds, those that refer to others first: they may have rows that hold nothing personal. */
function tablesOf(judged: readonly Judged[], { kinds }: RecordKinds): [table: string, records: string[]][] {
  const ofKind = Map.groupBy(judged, ({ record }) => record.kind)
  return [...ofKind].flatMap(([kind, ones]) =>
    (kinds[kind]?.tables ?? [])
      .toReversed()
      .map(({ name }): [string, string[]] => [name, ones.map(({ record }) => record.id)]),
  )
}
