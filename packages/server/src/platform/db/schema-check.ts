import { StartupError } from '../startup-error.ts'
import { type BoundTable, type BoundTables, recordTable } from './access/bound-tables.ts'
import type { Relation } from './live-schema.ts'

/** Compares both ways; empty where the database has exactly what is declared. */
export function schemaDifferences(declared: BoundTables, live: readonly Relation[]): string[] {
  const liveByName = new Map(live.map(({ name, columns }) => [name, columns.map((column) => column.name)]))
  const undeclared = live.flatMap((relation) => {
    const table = Object.hasOwn(declared, relation.name) ? declared[relation.name] : undefined
    if (table === undefined) return [`${relation.name} is in the database and not declared`]
    return [...undeclaredColumns(relation, table), ...looseKind(relation, table), ...looseColumns(relation, table)]
  })
  const lacking = Object.entries(declared).flatMap(([name, { columns: bindings }]) => {
    const columns = liveByName.get(name)
    if (columns === undefined) return [`${name} is declared and not in the database`]
    return Object.keys(bindings)
      .filter((column) => !columns.includes(column))
      .map((column) => `${name}.${column} is declared and not in the database`)
  })
  return [...undeclared, ...lacking]
}

function undeclaredColumns({ name, columns }: Relation, table: BoundTable): string[] {
  return columns
    .filter((column) => !Object.hasOwn(table.columns, column.name))
    .map((column) => `${name}.${column.name} is in the database and not declared`)
}

/** What the rights of purposes don't reach: row-level security is for tables, and a view may read as its maker. */
function looseKind({ name, kind, isInvokers }: Relation, { columns }: BoundTable): string[] {
  const isPersonal = Object.values(columns).some((binding) => 'holds' in binding)
  if (kind === 'view') return isInvokers ? [] : [`${name} is a view that reads as its maker (set security_invoker)`]
  if (kind === 'table' || kind === 'partitioned table' || !isPersonal) return []
  return [`${name} is a ${kind}, which can’t hold anything personal`]
}

/** A structure may hold anything, so its parts are declared too; and a row with a record can't be without one. */
function looseColumns({ name, columns, kind, refersToRecord }: Relation, table: BoundTable): string[] {
  const nested = columns
    .filter((column) => column.isNested && table.columns[column.name]?.paths === undefined)
    .map((column) => `${name}.${column.name} is ${column.type}, and its paths are not declared`)
  const isTable = kind === 'table' || kind === 'partitioned table'
  const isLoose = isTable && name !== recordTable && Object.hasOwn(table.columns, 'record_id') && !refersToRecord
  return isLoose ? [...nested, `${name}.record_id may be null or refer to no record`] : nested
}

/** @throws StartupError `db.schema-mismatch`, naming every difference. */
export function refuseDifferences(declared: BoundTables, live: readonly Relation[]): void {
  const differences = schemaDifferences(declared, live)
  if (differences.length > 0) throw new StartupError('db.schema-mismatch', `${differences.join('; ')}.`)
}
