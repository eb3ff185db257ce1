import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromJSONSchema } from 'zod'
import { tableBindings } from '../../src/app/database.ts'
import { personTables } from '../../src/features/export/whose.ts'
import type { BoundTables } from '../../src/platform/db/access/bound-tables.ts'
import { addPerson, openColumns, type Canary } from './fill.ts'
import { openExportWorld, type ExportWorld } from './people.ts'
import { readCsv } from './read-csv.ts'
import { unzip } from './unzip.ts'

let world: ExportWorld
let columns: Awaited<ReturnType<typeof openColumns>>
beforeAll(async () => {
  world = await openExportWorld()
  columns = await openColumns(world)
})
afterAll(() => world.close())

const pack = (subject: string, bindings?: BoundTables) =>
  unzip(world.exports(bindings).pack(subject, { language: 'en', what: 'everything', at: world.clock.now() }))

function isPicture(bindings: BoundTables, table: string, column: string): boolean {
  const binding = bindings[table]?.columns[column]
  return binding !== undefined && 'holds' in binding && binding.picture === true
}

function hasFile(files: ReadonlyMap<string, string>, place: string, value: string | number): boolean {
  const name = `pictures/${place.replace('.', '-')}-`
  const content = Buffer.from(String(value), 'base64').toString('utf8')
  return [...files].some(([file, inside]) => file.startsWith(name) && inside === content)
}

/** Where a value of somebody's is missing: each file that should have it. */
function missing(files: ReadonlyMap<string, string>, canaries: readonly Canary[]): string[] {
  const json = JSON.parse(files.get('data.json') ?? '{}') as { tables: Record<string, Record<string, unknown>[]> }
  const html = files.get('index.html') ?? ''
  return canaries.flatMap(({ table, column, value }) => {
    const inJson = json.tables[table]?.some((row) => row[column] === value) === true
    const cells = readCsv((files.get(`tables/${table}.csv`) ?? '').replace('\uFEFF', ''))
    const at = cells[0]?.indexOf(column) ?? -1
    const inCsv = cells.some((cell) => cell[at] === String(value))
    // Times are written out for people.
    const inHtml = html.includes(`>${value}<`) || /^\d{4}-.*Z$/.test(String(value))
    const place = `${table}.${column}`
    if (isPicture(tableBindings, table, column)) return hasFile(files, place, value) ? [] : [`${place} in data.json`]
    return [
      inJson ? [] : `${place} in data.json`,
      inCsv ? [] : `${place} in CSV`,
      inHtml ? [] : `${place} in HTML`,
    ].flat()
  })
}

describe('an export', () => {
  test('rows G01, L02: has every value of the person, from every bound column, and none of anybody else’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }), async (rows) => {
        const people = []
        for (const each of rows) people.push(await addPerson(world, columns, each))
        for (const { subject, canaries } of people) {
          const files = await pack(subject)
          expect(missing(files, canaries)).toEqual([])
          const everything = [...files.values()].join('\n')
          const others = people.filter((one) => one.subject !== subject)
          for (const other of others) {
            expect(everything).not.toContain(other.subject)
            expect(other.canaries.filter(({ value }) => everything.includes(String(value)))).toEqual([])
          }
        }
      }),
      { numRuns: 4 },
    )
  })

  test('that leaves out any one column is found out', async () => {
    const { subject, canaries } = await addPerson(world, columns, 1)
    const bound = Object.entries(tableBindings as BoundTables).flatMap(([name, table]) =>
      Object.entries(table.columns)
        .filter(([, binding]) => 'holds' in binding)
        .map(([column], round) => ({ name, column, round })),
    )
    expect(bound.length).toBeGreaterThan(10)
    // One of each table at a time: a value that is missing is told with its table and column.
    for (let round = 0; bound.some((one) => one.round === round); round += 1) {
      const left = bound.filter((one) => one.round === round)
      const files = await pack(subject, { ...tableBindings, ...Object.fromEntries(left.map(withoutColumn)) })
      const found = missing(files, canaries)
      for (const { name, column } of left) expect(found).toContain(`${name}.${column} in data.json`)
    }
  })

  test('can leave out no table that holds something personal', () => {
    expect(() => personTables(tableBindings, ['ticket_message'])).toThrow('ticket_message holds something personal')
  })

  test('is what its schema says, and a part more or less is not', async () => {
    const { subject } = await addPerson(world, columns, 2)
    const files = await pack(subject)
    const schema = fromJSONSchema(JSON.parse(files.get('schema.json') ?? ''))
    const data = JSON.parse(files.get('data.json') ?? '')
    expect(schema.safeParse(data).error).toBeUndefined()
    expect(schema.safeParse({ ...data, more: 1 }).success).toBe(false)
    data.tables.ticket_message[0].more = 1
    expect(schema.safeParse(data).success).toBe(false)
  })

  test('has the same rows in JSON and CSV', async () => {
    const { subject } = await addPerson(world, columns, 3)
    const files = await pack(subject)
    const { tables } = JSON.parse(files.get('data.json') ?? '') as { tables: Record<string, Record<string, unknown>[]> }
    expect([...files.keys()].filter((name) => name.endsWith('.csv')).toSorted()).toEqual(
      Object.keys(tables)
        .map((name) => `tables/${name}.csv`)
        .toSorted(),
    )
    for (const [name, rows] of Object.entries(tables)) {
      const [head = [], ...lines] = readCsv((files.get(`tables/${name}.csv`) ?? '').replace('\uFEFF', ''))
      const asTexts = rows.map((row) => head.map((column) => textOf(row[column])))
      expect(lines).toEqual(asTexts)
    }
  })
})

function withoutColumn({ name, column }: { name: string; column: string }): [string, BoundTables[string]] {
  const table = (tableBindings as BoundTables)[name]
  if (table === undefined) throw new TypeError(`There is no table ${name}.`)
  return [
    name,
    { ...table, columns: Object.fromEntries(Object.entries(table.columns).filter(([one]) => one !== column)) },
  ]
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
