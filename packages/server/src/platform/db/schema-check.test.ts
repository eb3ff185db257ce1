import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoundTables } from './access/bound-tables.ts'
import type { Relation } from './live-schema.ts'
import { schemaDifferences } from './schema-check.ts'

const someName = fc.constantFrom('a', 'b', 'c', 'toString', '__proto__')
const schema = fc.dictionary(someName, fc.uniqueArray(someName), { noNullPrototype: false })

function declared(tables: Record<string, string[]>): BoundTables {
  return Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      { columns: Object.fromEntries(columns.map((column) => [column, { nothingPersonal: 'sample' }])) },
    ]),
  )
}

const live = (tables: Record<string, string[]>, kind: Relation['kind'] = 'table', isInvokers = false): Relation[] =>
  Object.entries(tables).map(([name, columns]) => ({
    name,
    schema: 'public',
    id: `public."${name}"`,
    kind,
    isInvokers,
    isPartition: false,
    refersToRecord: false,
    columns: columns.map((column) => ({ name: column, type: 'text', isKey: false, isTime: false, isNested: false })),
  }))
const spelled = (tables: Record<string, string[]>) =>
  Object.entries(tables)
    .flatMap(([table, columns]) => [table, ...columns.map((column) => `${table}.${column}`)])
    .toSorted((one, other) => one.localeCompare(other))
    .join()

test('there is no difference exactly where the database has what is declared', () => {
  fc.assert(
    fc.property(schema, schema, (inPolicy, inDatabase) => {
      const differences = schemaDifferences(declared(inPolicy), live(inDatabase))
      expect(differences.length === 0).toBe(spelled(inPolicy) === spelled(inDatabase))
    }),
  )
})

test('every difference is named, both ways', () => {
  const differences = schemaDifferences(
    declared({ kept: ['id', 'gone'], lost: ['x'] }),
    live({ kept: ['id', 'new'], found: ['x'] }),
  )
  expect(differences).toEqual([
    'kept.new is in the database and not declared',
    'found is in the database and not declared',
    'kept.gone is declared and not in the database',
    'lost is declared and not in the database',
  ])
})

test('what row-level security does not reach may hold nothing personal, and a view reads as who asks', () => {
  const personal = { seen: { columns: { body: { holds: 'message', title: { en: 'Text', nb: 'Tekst', sv: 'Text' } } } } }
  const differences = (...[kind, isInvokers]: [Relation['kind'], boolean]) =>
    schemaDifferences(personal, live({ seen: ['body'] }, kind, isInvokers))
  expect(differences('table', false)).toEqual([])
  expect(differences('partitioned table', false)).toEqual([])
  expect(differences('view', true)).toEqual([])
  expect(differences('view', false)).toEqual(['seen is a view that reads as its maker (set security_invoker)'])
  expect(differences('materialized view', false)).toEqual([
    'seen is a materialized view, which can’t hold anything personal',
  ])
  expect(differences('foreign table', false)).toEqual(['seen is a foreign table, which can’t hold anything personal'])
})
