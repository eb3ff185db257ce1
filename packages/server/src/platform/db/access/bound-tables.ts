import type { ColumnBinding } from '@samtale/policy'

/** What a table holds, by column, and on what the rules about it work. */
export interface BoundTable {
  /**
   * Kind of the records that its rows belong to, by their column `record_id`. Where it isn't given and there is such a
   * column, they belong to records of every kind.
   */
  readonly record?: string | null
  readonly columns: Readonly<Record<string, ColumnBinding>>
  /** Rows are added and never changed. */
  readonly appendOnly?: true
  /** Facts by which `storage` decides what becomes of records; it alone writes them. They hold nothing personal. */
  readonly facts?: true
}

export type BoundTables = Readonly<Record<string, BoundTable>>

/** Tables of the records themselves, bound in tables.ts; row-policies.ts says whose rows are seen. */
export const recordTable = 'record'
export const subjectTable = 'subject'

/** Data about people, or what such data hangs on. */
export function isData(name: string, table: BoundTable): boolean {
  if (table.facts === true) return true
  return name === recordTable || name === subjectTable || hasRecord(name, table) || personalOf(table).length > 0
}

export function hasRecord(name: string, { columns }: BoundTable): boolean {
  return name !== recordTable && Object.hasOwn(columns, 'record_id')
}

export function personalOf(table: BoundTable): string[] {
  return columnsWhere(table, (binding) => 'holds' in binding)
}

export function columnsWhere({ columns }: BoundTable, fits: (binding: ColumnBinding) => boolean): string[] {
  return Object.entries(columns)
    .filter(([, binding]) => fits(binding))
    .map(([column]) => column)
}
