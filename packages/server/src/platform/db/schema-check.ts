import type { ColumnBinding } from '@samtale/policy'
import { StartupError } from '../startup-error.ts'
import type { Relation } from './live-schema.ts'

/** What the policy says of each table's columns. */
export type DeclaredColumns = Readonly<Record<string, Readonly<Record<string, ColumnBinding>>>>

/** Compares both ways; empty where the database has exactly what is declared. */
export function schemaDifferences(declared: DeclaredColumns, live: readonly Relation[]): string[] {
  const liveByName = new Map(live.map(({ name, columns }) => [name, columns]))
  const undeclared = live.flatMap(({ name, columns }) => {
    const bindings = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (bindings === undefined) return [`${name} is in the database and not declared`]
    return columns
      .filter((column) => !Object.hasOwn(bindings, column))
      .map((column) => `${name}.${column} is in the database and not declared`)
  })
  const lacking = Object.entries(declared).flatMap(([name, bindings]) => {
    const columns = liveByName.get(name)
    if (columns === undefined) return [`${name} is declared and not in the database`]
    return Object.keys(bindings)
      .filter((column) => !columns.includes(column))
      .map((column) => `${name}.${column} is declared and not in the database`)
  })
  return [...undeclared, ...lacking]
}

/** @throws StartupError `db.schema-mismatch`, naming every difference. */
export function refuseDifferences(declared: DeclaredColumns, live: readonly Relation[]): void {
  const differences = schemaDifferences(declared, live)
  if (differences.length > 0) throw new StartupError('db.schema-mismatch', `${differences.join('; ')}.`)
}
