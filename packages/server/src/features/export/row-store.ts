import { sql } from 'kysely'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Db, Purposes } from '../../platform/db/db.ts'
import type { MailTables } from '../../platform/mail/tables.ts'
import type { RecordTables } from '../records/index.ts'

/** Tables of any feature: which there are, the bindings say when the server starts; the compiler can't know. */
export type AnyTables = Readonly<Record<string, Record<string, unknown>>>

/** Tables that are read by their names. */
export type ExportTables = RecordTables & MailTables

/** The database for reading what is kept about a person, whatever table that is. */
export function readsAll(database: Purposes<ExportTables>): Db<AnyTables> {
  return database.for(builtInPurposes.subjectAccess) as Db<ExportTables & AnyTables>
}

/** A table as PostgreSQL has it: the type of each column, and the columns that tell its rows apart, in order. */
export interface LiveTable {
  readonly types: ReadonlyMap<string, string>
  readonly key: readonly string[]
}

interface Catalogue {
  'pg_catalog.pg_class': { oid: number; relname: string; relnamespace: number }
  'pg_catalog.pg_namespace': { oid: number; nspname: string }
  'pg_catalog.pg_attribute': {
    attrelid: number
    attnum: number
    attname: string
    atttypid: number
    atttypmod: number
    attisdropped: boolean
  }
  'pg_catalog.pg_constraint': { oid: number; conkey: number[] }
}

/** The primary key, or what is unique and never null in its place. */
const keyOfTable = sql<number>`(
  select u.oid from pg_catalog.pg_constraint u
  where u.conrelid = c.oid and u.contype in ('p', 'u') and not exists (
    select from pg_catalog.pg_attribute n
    where n.attrelid = c.oid and n.attnum = any (u.conkey) and not n.attnotnull
  )
  order by u.contype, u.conname limit 1
)`

/** Reads how these tables are made. */
export async function liveTables(db: Db<AnyTables>, names: readonly string[]): Promise<Map<string, LiveTable>> {
  // Every role may read the catalogue.
  const rows = await (db as Db<AnyTables & Catalogue>)
    .selectFrom('pg_catalog.pg_class as c')
    .innerJoin('pg_catalog.pg_namespace as n', 'n.oid', 'c.relnamespace')
    .innerJoin('pg_catalog.pg_attribute as a', 'a.attrelid', 'c.oid')
    .leftJoin('pg_catalog.pg_constraint as k', (join) => join.on('k.oid', '=', keyOfTable))
    .select([
      sql<string>`c.relname`.as('table'),
      sql<string>`a.attname`.as('column'),
      sql<string>`format_type(a.atttypid, a.atttypmod)`.as('type'),
      sql<number | null>`array_position(k.conkey, a.attnum)`.as('place'),
    ])
    .where('n.nspname', '=', 'public')
    .where('c.relname', 'in', ['', ...names])
    .where('a.attnum', '>', 0)
    .where('a.attisdropped', '=', false)
    .orderBy('a.attnum')
    .execute()
  const tables = Map.groupBy(rows, ({ table }) => table)
  return new Map(
    [...tables].map(([name, columns]) => {
      const key = columns.filter(({ place }) => place !== null).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      const types = new Map(columns.map(({ column, type }) => [column, type]))
      return [name, { types, key: key.map(({ column }) => column) }]
    }),
  )
}

/** Which rows are read: those of some ids, after the last that was. */
export interface RowPage {
  readonly table: string
  readonly live: LiveTable
  readonly columns: readonly string[]
  readonly by: string
  readonly ids: readonly string[]
  /** Where the last page ended; null for the first. */
  readonly after: readonly string[] | null
  readonly most: number
}

export interface StoredRow {
  readonly values: Readonly<Record<string, unknown>>
  /** Where the row stands, as PostgreSQL writes it: a time has more digits than a `Date`. */
  readonly place: readonly string[]
}

/** A page of rows in the order of what tells them apart. */
export async function rowPage(db: Db<AnyTables>, asked: RowPage): Promise<StoredRow[]> {
  const { table, live, columns, by, ids, after, most } = asked
  const { key } = live
  const places = key.map((column, index) => sql<string>`${sql.ref(column)}::text`.as(placeName(index)))
  const page = db
    .selectFrom(table)
    .select([...columns])
    .select(places)
    .where(by, 'in', ids)
    .orderBy(sql`${sql.join(key.map((column) => sql.ref(column)))}`)
    .limit(most)
  const rows = await (after === null ? page : page.where(isAfter(live, after))).execute()
  return rows.map((row: Record<string, unknown>) => ({
    values: Object.fromEntries(columns.map((column) => [column, row[column]])),
    place: key.map((_column, index) => String(row[placeName(index)])),
  }))
}

function isAfter({ key, types }: LiveTable, after: readonly string[]) {
  const own = sql.join(key.map((column) => sql.ref(column)))
  const last = sql.join(
    // The types are PostgreSQL's own words for them.
    after.map((value, index) => sql`${value}::text::${sql.raw(types.get(key[index] ?? '') ?? 'text')}`),
  )
  return sql<boolean>`(${own}) > (${last})`
}

function placeName(index: number): string {
  return `place ${index}`
}

/** Ids of a person's records after one of them, in order. */
export async function recordIds(
  db: Db<AnyTables>,
  asked: { subject: string; only: readonly string[] | null; after: string; most: number },
): Promise<string[]> {
  const { subject, only, after, most } = asked
  const page = db
    .selectFrom('record')
    .select('id')
    .where('subject_id', '=', subject)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
  const rows = await (only === null ? page : page.where('id', 'in', ['', ...only])).execute()
  return rows.map(({ id }) => String(id))
}
