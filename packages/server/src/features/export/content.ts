import type { Language, Policy, Publication } from '@samtale/policy'
import type { RecordFate } from './fates.ts'
import type { OpenedRow } from './read.ts'
import type { Unreadable } from './unreadable.ts'
import type { LiveTable } from './row-store.ts'
import type { PersonTable } from './whose.ts'

/** Somebody whom data of the person was handed out to (GDPR art. 15(1)(c)). */
export interface ToldDisclosure {
  readonly to: string
  readonly law: string
  readonly at: Date
  readonly categories: readonly string[]
}

/** What the files of an export are made of. Rows and fates are read anew for each file, and never held. */
export interface Content {
  readonly what: 'everything' | 'portable' | 'disclosure'
  readonly language: Language
  readonly at: Date
  readonly publicUrl: URL
  readonly publication: Publication
  /** The policy in force, and the part of it that is about the person. */
  readonly policy: Policy
  readonly about: Policy
  /** Categories of each kind of record. */
  readonly kinds: Readonly<Record<string, { readonly categories: readonly string[] }>>
  /** Tables with rows of the person's. */
  readonly tables: readonly (PersonTable & { readonly live: LiveTable })[]
  readonly disclosures: readonly ToldDisclosure[]
  /** Pictures of the person's, by the names that stand in their rows. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  fates(): AsyncIterable<RecordFate[]>
  /** The rows of a table, a page at a time; what can't be opened is counted. */
  rows(table: PersonTable, unreadable: Unreadable): AsyncIterable<OpenedRow[]>
}
