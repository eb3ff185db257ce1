import type { BoundTables } from '../../platform/db/access/bound-tables.ts'

/** A kind of record: what its records hold, and where. */
export interface RecordKind {
  readonly categories: readonly string[]
  readonly tables: readonly CellTable[]
}

/** A table and the category of each of its columns that holds something; none, where it holds nothing personal. */
export interface CellTable {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  /** Categories of which a column isn't sealed. */
  readonly plain: readonly string[]
}

export interface RecordKinds {
  readonly kinds: Readonly<Record<string, RecordKind>>
  /**
   * Tables whose rows belong to records of every kind, such as mail on its way. They have times of their own, which their
   * features keep; erasure of a record takes them along.
   */
  readonly passing: readonly CellTable[]
}

/**
 * The kinds of records, from what the columns are bound to. Tables stand in the order in which they are made, so that what
 * refers to another is deleted before it.
 * @throws TypeError where a table belongs to a kind that isn't declared, or a declared one has no table
 */
export function defineRecordKinds(bindings: BoundTables, declared: readonly string[]): RecordKinds {
  const tables = Object.entries(bindings).map(([name, table]) => {
    return { name, table, columns: cellsOf(table.columns), plain: plainOf(table.columns) }
  })
  const bound = new Set(tables.flatMap(({ table }) => table.record ?? []))
  const wrong = [...bound].find((kind) => !declared.includes(kind))
  if (wrong !== undefined) throw new TypeError(`The kind of records ${wrong} is not declared.`)
  const kinds = declared.map((kind) => {
    const own = tables.filter(({ table }) => table.record === kind).map(cellTable)
    if (own.length === 0) throw new TypeError(`The kind of records ${kind} has no table.`)
    return [kind, { categories: categoriesOf(own), tables: own }] as const
  })
  const passing = tables.filter(
    ({ table, columns }) =>
      (table.record ?? null) === null && Object.hasOwn(table.columns, 'record_id') && Object.keys(columns).length > 0,
  )
  return { kinds: Object.fromEntries(kinds), passing: passing.map(cellTable) }
}

function cellTable({ name, columns, plain }: CellTable): CellTable {
  return { name, columns, plain }
}

export function categoriesOf(tables: readonly CellTable[]): string[] {
  return [...new Set(tables.flatMap(({ columns }) => Object.values(columns)))].toSorted()
}

function cellsOf(columns: BoundTables[string]['columns']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, binding]) => ('holds' in binding ? [[column, binding.holds]] : [])),
  )
}

function plainOf(columns: BoundTables[string]['columns']): string[] {
  const plain = Object.values(columns).flatMap((binding) =>
    'holds' in binding && !['sealed', 'index'].includes(binding.store ?? 'plain') ? [binding.holds] : [],
  )
  return [...new Set(plain)].toSorted()
}
