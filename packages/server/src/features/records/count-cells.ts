import type { Db } from '../../platform/db/db.ts'
import type { CellTable, RecordKinds } from './kinds.ts'
import { cellStore, type StoredRecord } from './record-store.ts'
import { goneOf } from './store.ts'
import type { RecordTables } from './tables.ts'

/** How many rows of a table hold something of a category for a record. */
export interface CellCount {
  readonly record: string
  readonly category: string
  readonly table: string
  readonly rows: number
  /** Cells of those rows that the category has columns for, empty ones too. */
  readonly cells: number
  readonly sealed: boolean
}

/** Counts what is kept of records, without what is gone already; nothing of it is read. */
export async function countCells(
  db: Db<RecordTables>,
  kinds: RecordKinds,
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[],
): Promise<CellCount[]> {
  const gone = new Set((await goneOf(db, idsOf(records))).map((one) => spell(one.record_id, one.category)))
  const ofKind = Map.groupBy(records, ({ kind }) => kind)
  const counts: CellCount[] = []
  for (const [kind, ones] of ofKind) {
    const tables = [...(kinds.kinds[kind]?.tables ?? []), ...kinds.passing]
    for (const table of tables) counts.push(...(await countTable(db, table, idsOf(ones))))
  }
  return counts.filter(({ record, category }) => !gone.has(spell(record, category)))
}

async function countTable(db: Db<RecordTables>, table: CellTable, ids: readonly string[]): Promise<CellCount[]> {
  const columns = Map.groupBy(Object.values(table.columns), (category) => category)
  if (columns.size === 0) return []
  const found = await cellStore(db).countRows(table.name, ids)
  return found.flatMap(({ record, rows }) =>
    [...columns].map(([category, { length }]) => {
      const sealed = !table.plain.includes(category)
      return { record, category, table: table.name, rows, cells: rows * length, sealed }
    }),
  )
}

function idsOf(records: readonly Pick<StoredRecord, 'id'>[]): string[] {
  return records.map(({ id }) => id)
}

function spell(record: string, category: string): string {
  return `${record} ${category}`
}
