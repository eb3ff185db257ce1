import type { Db } from '../../platform/db/db.ts'
import type { Judged } from './judge.ts'
import type { CellTable, RecordKinds } from './kinds.ts'
import { cellStore } from './record-store.ts'
import type { RecordTables } from './tables.ts'

/** What is to be done with a table, for some records. */
interface Deletion {
  readonly table: string
  /** Null for whole rows. */
  readonly columns: readonly string[] | null
}

/**
 * Deletes from the tables what is gone of records: whole rows where nothing else is in them, else the cells. What is made
 * anonymous keeps its rows, without the cells. What is gone already is deleted again, since a restored table may have it.
 */
export async function deleteCells(db: Db<RecordTables>, kinds: RecordKinds, judged: readonly Judged[]): Promise<void> {
  const cells = cellStore(db)
  for (const [deletion, records] of grouped(kinds, judged)) {
    if (deletion.columns === null) await cells.deleteRows(deletion.table, records)
    else await cells.clear(deletion.table, deletion.columns, records)
  }
}

/** The same for every record is one statement. */
function grouped(kinds: RecordKinds, judged: readonly Judged[]): [Deletion, string[]][] {
  const groups = new Map<string, [Deletion, string[]]>()
  for (const one of judged) {
    for (const deletion of deletionsFor(kinds, one)) {
      const key = JSON.stringify(deletion)
      const group = groups.get(key) ?? [deletion, []]
      group[1].push(one.record.id)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

function deletionsFor({ kinds, passing }: RecordKinds, { record, gone }: Judged): Deletion[] {
  const tables = [...(kinds[record.kind]?.tables ?? []), ...passing]
  // What refers to another table stands after it.
  return tables.toReversed().flatMap((table) => deletionFrom(table, gone) ?? [])
}

function deletionFrom({ name, columns }: CellTable, gone: Judged['gone']): Deletion | null {
  const held = Object.entries(columns)
  const touched = held.filter(([, category]) => gone.has(category)).map(([column]) => column)
  if (touched.length === 0) return null
  const whole = held.every(([, category]) => gone.get(category) === 'delete')
  return { table: name, columns: whole ? null : touched }
}
