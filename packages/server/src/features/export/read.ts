import type { Db } from '../../platform/db/db.ts'
import { reveal } from '../../platform/personal.ts'
import { SealError } from '../../platform/seals/seal-error.ts'
import type { Sealed } from '../../platform/seals/sealed.ts'
import type { Opener, Seals } from '../../platform/seals/seals.ts'
import type { Choice } from './choice.ts'
import { pageSize, recordPages, type Person } from './record-pages.ts'
import { rowPage, type AnyTables, type LiveTable, type StoredRow } from './row-store.ts'
import type { Unreadable } from './unreadable.ts'
import { plainValue, type Value } from './values.ts'
import { heldIn, isPicture, type PersonTable } from './whose.ts'

/** A row in plain: each column of the table that was chosen. */
export type OpenedRow = Readonly<Record<string, Value>>

export interface ReadParts {
  readonly db: Db<AnyTables>
  readonly seals: Pick<Seals, 'forOpening'>
  readonly live: ReadonlyMap<string, LiveTable>
}

/** How rows are read: which cells, what can't be, and the pictures in them where somebody wants those. */
export interface Reading {
  readonly choice: Choice
  readonly unreadable: Unreadable
  readonly pictures?: Map<string, Uint8Array>
}

/**
 * The rows of a table that are a person's, opened, a page at a time: each page is a statement of its own, so that an
 * export of any length holds up nobody.
 */
export async function* rowsOf(
  parts: ReadParts,
  table: PersonTable,
  { person, ...reading }: { readonly person: Person } & Reading,
): AsyncGenerator<OpenedRow[]> {
  for await (const ids of idsFor(parts, table, person)) {
    for await (const rows of pagesOf(parts, table, ids)) {
      const inPlain = await open(parts, table, rows, reading)
      if (inPlain.length > 0) yield inPlain
    }
  }
}

async function* idsFor(parts: ReadParts, table: PersonTable, person: Person): AsyncGenerator<string[]> {
  if (table.by === 'record_id') yield* recordPages(parts, person)
  else if (person.subject !== null) yield [person.subject]
}

async function* pagesOf(
  { db, live }: ReadParts,
  { name, columns, by }: PersonTable,
  ids: readonly string[],
): AsyncGenerator<StoredRow[]> {
  const known = live.get(name)
  if (known === undefined || known.key.length === 0)
    throw new TypeError(`${name} has nothing that tells its rows apart, to read it by.`)
  const asked = { table: name, live: known, columns: Object.keys(columns), by, ids, most: pageSize }
  for (let after: readonly string[] | null = null; ;) {
    const rows: StoredRow[] = await rowPage(db, { ...asked, after })
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    after = rows.at(-1)?.place ?? after
  }
}

async function open(
  { seals }: ReadParts,
  table: PersonTable,
  rows: readonly StoredRow[],
  { choice, unreadable, pictures }: Reading,
): Promise<OpenedRow[]> {
  const records = [...new Set(rows.flatMap(({ values }) => recordOf(table, values) ?? []))]
  const isChosen = await choice.forRecords(records)
  const opener = await seals.forOpening(records, sealedCategories(table))
  return rows.flatMap(({ values, place }) => {
    const record = recordOf(table, values)
    let holdsSome = false
    const cells = Object.keys(table.columns).flatMap((column): [string, Value][] => {
      const held = heldIn(table, column)
      if (held === null) return [[column, plainValue(values[column])]]
      if (!isChosen(record, held.category, held.store)) return []
      const cell = { table: table.name, column, record: record ?? '', category: held.category }
      const value =
        held.store === 'sealed' ? opened(opener, cell, values[column], unreadable) : plainValue(values[column])
      holdsSome ||= value !== null
      if (typeof value !== 'string' || !isPicture(table, column)) return [[column, value]]
      // In its place stands the name of its file.
      const name = `pictures/${[table.name, column, ...place].join('-')}.webp`
      pictures?.set(name, Buffer.from(value, 'base64'))
      return [[column, name]]
    })
    return choice.bareRows || holdsSome ? [Object.fromEntries(cells)] : []
  })
}

function recordOf({ name, by }: PersonTable, values: StoredRow['values']): string | null {
  if (by === 'record_id') return String(values['record_id'])
  return name === 'record' ? String(values['id']) : null
}

function sealedCategories(table: PersonTable): string[] {
  const held = Object.keys(table.columns).map((column) => heldIn(table, column))
  return [...new Set(held.flatMap((one) => (one?.store === 'sealed' ? [one.category] : [])))]
}

/** A value whose key is gone, or that doesn't belong where it stands, is nobody's to read: it is counted and left out. */
function opened(opener: Opener, cell: Parameters<Opener['open']>[0], value: unknown, unreadable: Unreadable): Value {
  if (typeof value !== 'string') return null
  try {
    // The column is bound as sealed, and the database checks its form.
    return reveal(opener.open(cell, value as Sealed))
  } catch (error) {
    if (!(error instanceof SealError) || error.code === 'seal.keys-expired') throw error
    unreadable.add(cell, error.code)
    return null
  }
}
