import {
  hasRecord,
  personalOf,
  recordTable,
  subjectTable,
  isData,
  type BoundTable,
  type BoundTables,
} from '../../platform/db/access/bound-tables.ts'

/** A table in which something about a person can stand, and the column that says whose a row is. */
export interface PersonTable {
  readonly name: string
  readonly columns: BoundTable['columns']
  /** Kind of the records that its rows belong to; null where that is any, or none. */
  readonly kind: string | null
  /** `record_id`: the record's person; else the person themselves. */
  readonly by: 'record_id' | 'subject_id' | 'id'
}

/**
 * Every table about people, from what its columns are bound to: a new table or column is in without being named. A cell
 * belongs to its record's person, and to nobody else; a row that two people share would be a record of each.
 * @param left names of tables that are told in another way
 * @throws TypeError where a table holds something personal and nothing says whose, or it would be left out
 */
export function personTables(bindings: BoundTables, left: readonly string[] = []): PersonTable[] {
  const withheld = left.find((name) => personalOf(bindings[name] ?? { columns: {} }).length > 0)
  if (withheld !== undefined) throw new TypeError(`${withheld} holds something personal, and would be left out.`)
  return Object.entries(bindings).flatMap(([name, table]): PersonTable[] => {
    const by = left.includes(name) || !isData(name, table) ? null : whose(name, table)
    return by === null ? [] : [{ name, columns: table.columns, kind: table.record ?? null, by }]
  })
}

function whose(name: string, table: BoundTable): PersonTable['by'] | null {
  if (name === subjectTable) return 'id'
  if (name === recordTable) return 'subject_id'
  if (hasRecord(name, table)) return 'record_id'
  if (Object.hasOwn(table.columns, 'subject_id')) return 'subject_id'
  if (personalOf(table).length === 0) return null
  throw new TypeError(`${name} holds something personal, and nothing in it says whose.`)
}

/** Whether a column holds pictures, which are files of their own. */
export function isPicture({ columns }: Pick<PersonTable, 'columns'>, column: string): boolean {
  const binding = columns[column]
  return binding !== undefined && 'holds' in binding && binding.picture === true
}

/** What a column holds, and how; null where it is nothing personal. */
export function heldIn({ columns }: PersonTable, column: string): { category: string; store: string } | null {
  const binding = columns[column]
  if (binding === undefined || !('holds' in binding)) return null
  return { category: binding.holds, store: binding.store ?? 'plain' }
}
