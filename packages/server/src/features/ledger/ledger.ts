import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { chain, follows } from './chain.ts'
import type { LedgerKind } from './kinds.ts'
import { ledgerStore, type LedgerEntry } from './store.ts'
import type { LedgerFacts, LedgerTables } from './tables.ts'

/** Something that is entered. */
export interface NewEntry {
  readonly kind: LedgerKind
  readonly at: Date
  /** What it is about: a record, a person, or all of it. */
  readonly about: { readonly record: string } | { readonly subject: string } | 'installation'
  readonly facts: LedgerFacts
}

/** A place of the ledger. */
export interface LedgerHead {
  readonly number: number
  readonly hash: string
}

export type Verified =
  { readonly intact: true; readonly head: LedgerHead | null } | { readonly intact: false; readonly at: number }

export type Ledger = ReturnType<typeof createLedger>

/** Nothing in the ledger is personal, so it is the system's own. */
export const ledgerPurpose = builtInPurposes.operation
const pageSize = 1_000

/** The ledger of what was asked and done: added to, read, verified, and never changed. */
export function createLedger(seals: Pick<Seals, 'index'>) {
  /** Recognises a record or person without saying which it is: an HMAC under a key that is in no backup of the database. */
  const tagOf = (about: NewEntry['about']): string => {
    if (about === 'installation') return seals.index('ledger.installation', about)
    return 'record' in about ? seals.index('ledger.record', about.record) : seals.index('ledger.subject', about.subject)
  }

  return {
    tagOf,

    /**
     * Adds entries in the caller's transaction: where that is undone, so are they. Others who add wait until the
     * transaction is over, so it is the last thing done in one.
     */
    append: async (transaction: Purposes<LedgerTables>, entries: readonly NewEntry[]): Promise<void> => {
      if (entries.length === 0) return
      const store = ledgerStore(transaction.for(ledgerPurpose))
      await store.lockEnd()
      const unchained = entries.map(({ kind, at, about, facts }) => ({ kind, at, facts, tag: tagOf(about) }))
      await store.add(chain(await store.last(), unchained))
    },

    /** Takes over entries that another copy of this ledger has, as they are. @throws DatabaseError where they don't follow */
    adopt: async (transaction: Purposes<LedgerTables>, entries: readonly LedgerEntry[]): Promise<void> => {
      const store = ledgerStore(transaction.for(ledgerPurpose))
      await store.lockEnd()
      await store.add(entries)
    },

    head: async (database: Purposes<LedgerTables>): Promise<LedgerHead | null> => {
      const last = await ledgerStore(database.for(ledgerPurpose)).last()
      return last === undefined ? null : { number: last.number, hash: last.hash }
    },

    find: async (database: Purposes<LedgerTables>, number: number): Promise<LedgerEntry | null> =>
      (await ledgerStore(database.for(ledgerPurpose)).find(number)) ?? null,

    /** Entries about whatever has one of these tags, in order. */
    about: (database: Purposes<LedgerTables>, tags: readonly string[]): Promise<LedgerEntry[]> =>
      ledgerStore(database.for(ledgerPurpose)).ofTags(tags),

    /** Entries after a number, in order, a page at a time. */
    pages: (database: Purposes<LedgerTables>, after = 0) => pagesOf(database, after),

    /** Looks at every entry: whether it is what its hash says and follows the one before. Names the first that isn't. */
    verify: async (database: Purposes<LedgerTables>): Promise<Verified> => {
      let last: LedgerEntry | undefined
      for await (const page of pagesOf(database, 0)) {
        for (const entry of page) {
          if (!follows(entry, last)) return { intact: false, at: entry.number }
          last = entry
        }
      }
      return { intact: true, head: last === undefined ? null : { number: last.number, hash: last.hash } }
    },
  }
}

async function* pagesOf(database: Purposes<LedgerTables>, after: number): AsyncGenerator<readonly LedgerEntry[]> {
  const store = ledgerStore(database.for(ledgerPurpose))
  for (let last = after; ;) {
    const page = await store.after(last, pageSize)
    if (page.length > 0) yield page
    if (page.length < pageSize) return
    last = page.at(-1)?.number ?? last
  }
}
