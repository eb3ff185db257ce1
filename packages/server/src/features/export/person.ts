import { reveal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { lookupCategory } from '../records/index.ts'
import { choiceOf } from './choice.ts'
import { indexesOf, refusedBy } from './person-store.ts'
import { rowsOf, type ReadParts } from './read.ts'
import type { Person } from './record-pages.ts'
import { Unreadable } from './unreadable.ts'
import type { Wanted } from './wanted.ts'
import { heldIn, type PersonTable } from './whose.ts'

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
  if (subject !== null) {
    const found = addressesOf(parts, tables, { subject, only, alsoRecords: [] }, wanted)
    for await (const address of found) addresses.add(address)
  }
  const hashes = [...addresses].map((address) => parts.seals.suppressionHash(address))
  return { subject, only, alsoRecords: await refusedBy(parts.db, hashes) }
}

/** The addresses that the person is found by, from where they stand sealed beside an index. */
async function* addressesOf(
  parts: FindParts,
  tables: readonly PersonTable[],
  person: Person & { readonly subject: string },
  { at }: Wanted,
): AsyncGenerator<string> {
  const known = await indexesOf(parts.db, person.subject)
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
