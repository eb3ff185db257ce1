import type { Policy, Publication } from '@samtale/policy'
import type { BoundTables } from '../../platform/db/access/bound-tables.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { lookupCategory, type RecordKinds, type Records } from '../records/index.ts'
import { policyAbout } from './about.ts'
import { choiceOf, type Choice } from './choice.ts'
import type { Content, ToldDisclosure } from './content.ts'
import { fatesOf } from './fates.ts'
import { refusedBy, subjectOfRecord, subjectWithIndex } from './person-store.ts'
import { findPerson } from './person.ts'
import { recordPages, type Person } from './record-pages.ts'
import { filesOf } from './files.ts'
import { rowsOf } from './read.ts'
import { liveTables, readsAll, type ExportTables } from './row-store.ts'
import { Unreadable } from './unreadable.ts'
import type { Wanted } from './wanted.ts'
import { isPicture, personTables } from './whose.ts'
import { zipOf } from './zip.ts'

export interface ExportOptions {
  readonly database: Purposes<ExportTables>
  readonly bindings: BoundTables
  readonly kinds: RecordKinds
  readonly policy: Policy
  readonly publication: Publication
  readonly seals: Pick<Seals, 'forOpening' | 'index' | 'suppressionHash'>
  readonly look: Pick<Records['look'], 'byId'>
  readonly publicUrl: URL
  /** Tables that aren't given as they are, since what they say is told by `disclosuresOf`. */
  readonly left: readonly string[]
  /** To whom something about a person was handed out, as far as they may be told. */
  disclosuresOf(subject: string): Promise<readonly ToldDisclosure[]>
}

export interface Exports {
  /** Whose an address is; null where nothing is kept under it. */
  subjectOf(address: Personal<string>): Promise<string | null>
  /** Whether anything is kept that leads back to an address, also where it is nobody's, such as that it wants no mail. */
  isKnown(address: Personal<string>): Promise<boolean>
  /** Whose a record is; null where it is nobody's, or there is none. */
  subjectOfRecord(record: string): Promise<string | null>
  /**
   * Everything about a person as a ZIP (GDPR art. 15, 20), streamed: `data.json` with `schema.json`, a CSV for each table,
   * and `index.html`. What is null is somebody of whom nothing is left but what leads back to their address.
   */
  pack(subject: string | null, wanted: Wanted): AsyncIterable<Uint8Array>
}

/** Reads all that is kept about one person, as the purpose `subject-access`; nothing else does. */
export function createExports(options: ExportOptions): Exports {
  const db = readsAll(options.database)
  const subjectOf = (address: Personal<string>) =>
    subjectWithIndex(db, options.seals.index(lookupCategory, reveal(address)))
  return {
    subjectOf,
    isKnown: async (address) =>
      (await subjectOf(address)) !== null ||
      (await refusedBy(db, [options.seals.suppressionHash(reveal(address))])).length > 0,
    subjectOfRecord: (record) => subjectOfRecord(db, record),
    async *pack(subject, wanted) {
      const content = await contentFor(options, subject, wanted)
      yield* zipOf(filesOf(content), wanted.at)
    },
  }
}

async function contentFor(options: ExportOptions, subject: string | null, wanted: Wanted): Promise<Content> {
  const { bindings, left, look, policy, publication, publicUrl, kinds } = options
  const { what, at, language } = wanted
  const all = personTables(bindings, left)
  const choice = choiceOf(what, { tables: all, policy, look, at })
  const db = readsAll(options.database)
  const live = await liveTables(
    db,
    all.map(({ name }) => name),
  )
  const parts = { db, live, seals: options.seals }
  const person = await findPerson(parts, all, subject, wanted)
  const tables: Content['tables'][number][] = []
  for (const table of choice.tables) {
    const known = live.get(table.name)
    if (known !== undefined && (await hasRows(parts, table, { person, choice }))) tables.push({ ...table, live: known })
  }
  return {
    what: typeof what === 'string' ? what : 'disclosure',
    language,
    at,
    publicUrl,
    publication,
    policy,
    about: policyAbout(policy, categoriesIn(tables)),
    kinds: kinds.kinds,
    tables,
    pictures: await picturesIn(parts, tables, { person, choice }),
    disclosures: what === 'everything' && subject !== null ? await options.disclosuresOf(subject) : [],
    fates: async function* () {
      for await (const ids of recordPages(parts, person)) yield await fatesOf(look, ids, at)
    },
    rows: (table, unreadable) => rowsOf(parts, table, { person, choice, unreadable }),
  }
}

async function hasRows(
  parts: Parameters<typeof rowsOf>[0],
  table: Parameters<typeof rowsOf>[1],
  { person, choice }: { person: Person; choice: Choice },
): Promise<boolean> {
  for await (const rows of rowsOf(parts, table, { person, choice, unreadable: new Unreadable() }))
    if (rows.length > 0) return true
  return false
}

async function picturesIn(
  parts: Parameters<typeof rowsOf>[0],
  tables: Content['tables'],
  { person, choice }: { person: Person; choice: Choice },
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const table of tables.filter((one) => Object.keys(one.columns).some((column) => isPicture(one, column))))
    await readThrough(rowsOf(parts, table, { person, choice, unreadable: new Unreadable(), pictures }))
  return pictures
}

async function readThrough(pages: AsyncGenerator): Promise<void> {
  for (let page = await pages.next(); page.done !== true;) page = await pages.next()
}

/** Categories of the tables in which the person has rows. */
function categoriesIn(tables: Content['tables']): string[] {
  const held = tables.flatMap(({ columns }) => Object.values(columns))
  return [...new Set(held.flatMap((binding) => ('holds' in binding ? [binding.holds] : [])))].toSorted()
}
