import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schemaDifferences, type DeclaredColumns } from './schema-check.ts'

const someName = fc.constantFrom('a', 'b', 'c', 'toString', '__proto__')
const schema = fc.dictionary(someName, fc.uniqueArray(someName), { noNullPrototype: false })

function declared(tables: Record<string, string[]>): DeclaredColumns {
  return Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      Object.fromEntries(columns.map((column) => [column, { nothingPersonal: 'sample' }])),
    ]),
  )
}

const live = (tables: Record<string, string[]>) => Object.entries(tables).map(([name, columns]) => ({ name, columns }))
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
