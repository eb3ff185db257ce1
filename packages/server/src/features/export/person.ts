import type { Db } from '../../platform/db/db.ts'
import { suppressionRecord } from '../../platform/mail/tables.ts'
import { reveal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { lookupCategory } from '../records/index.ts'
import { choiceOf } from './choice.ts'
import { rowsOf, type ReadParts } from './read.ts'
import type { Person } from './record-pages.ts'
import type { AnyTables } from './row-store.ts'
import { Unreadable } from './unreadable.ts'
import type { Wanted } from './wanted.ts'
import { heldIn, type PersonTable } from './whose.ts'

/** Whose an index of an address is. */
export async function subjectWithIndex(db: Db<AnyTables>, index: string): Promise<string | null> {
  const row = await db
    .selectFrom('subject_address')
    .select('subject_id')
    .where('address_index', '=', index)
    .executeTakeFirst()
  return row === undefined ? null : String(row['subject_id'])
}

/** Whose a record is. */
export async function subjectOfRecord(db: Db<AnyTables>, record: string): Promise<string | null> {
  const row = await db.selectFrom('record').select('subject_id').where('id', '=', record).executeTakeFirst()
  return typeof row?.['subject_id'] === 'string' ? row['subject_id'] : null
}

export interface FindParts extends ReadParts {
  readonly seals: Pick<Seals, 'forOpening' | 'index' | 'suppressionHash'>
}

/**
 * Whose rows an export reads. What only refuses mail is kept as nobody's, by an index of the address alone; it is found by
 * the addresses that are kept of the person.
 */
export async function findPerson(
  parts: FindParts,
  tables: readonly PersonTable[],
  subject: string | null,
  wanted: Wanted,
): Promise<Person> {
  const only = wanted.records ?? null
  if (wanted.what !== 'everything' || only !== null) return { subject, only, alsoRecords: [] }
  const addresses = new Set(wanted.address === undefined ? [] : [reveal(wanted.address)])
  const person = { subject, only, alsoRecords: [] }
  if (subject !== null) for await (const address of addressesOf(parts, tables, person, wanted)) addresses.add(address)
  const hashes = [...addresses].map((address) => parts.seals.suppressionHash(address))
  return { ...person, alsoRecords: await refusedBy(parts.db, hashes) }
}

/** Records, nobody's, of what addresses refused. */
export async function refusedBy(db: Db<AnyTables>, hashes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_suppression as s')
    .innerJoin('record as r', 'r.id', 's.record_id')
    .select('s.record_id')
    .where('r.kind', '=', suppressionRecord)
    .where('s.address_index', 'in', ['', ...hashes])
    .execute()
  return rows.map(({ record_id }) => String(record_id))
}

/** The addresses that the person is found by, from where they stand sealed beside an index. */
async function* addressesOf(
  parts: FindParts,
  tables: readonly PersonTable[],
  person: Person & { readonly subject: string | null },
  { at }: Wanted,
): AsyncGenerator<string> {
  const known = new Set(
    (
      await parts.db
        .selectFrom('subject_address')
        .select('address_index')
        .where('subject_id', '=', person.subject)
        .execute()
    ).map(({ address_index }) => String(address_index)),
  )
  const choice = choiceOf('everything', { tables, policy: { categories: {}, processings: {} }, look: nobody, at })
  for (const table of tables.filter(hasAddress)) {
    for await (const rows of rowsOf(parts, table, { person, choice, unreadable: new Unreadable() })) {
      for (const value of rows.flatMap((row) => Object.values(row)))
        if (typeof value === 'string' && isAddress(value) && known.has(parts.seals.index(lookupCategory, value)))
          yield value
    }
  }
}

const nobody = { byId: async () => [] }

function hasAddress(table: PersonTable): boolean {
  const stores = Object.keys(table.columns).map((column) => heldIn(table, column)?.store)
  return table.by === 'record_id' && stores.includes('index') && stores.includes('sealed')
}

function isAddress(text: string): boolean {
  return text.length <= 320 && text.includes('@')
}
