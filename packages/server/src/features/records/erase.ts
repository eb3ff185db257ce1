import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Ledger, LedgerTables } from '../ledger/index.ts'
import type { Apply } from './apply.ts'
import { countCells, type CellCount } from './count-cells.ts'
import { storagePurpose, type Facts, type Transaction } from './facts.ts'
import type { RecordKinds } from './kinds.ts'
import type { Look, createLook } from './look.ts'
import { addressesOf, recordStore, type StoredRecord } from './record-store.ts'
import { goneOf } from './store.ts'
import type { RecordTables } from './tables.ts'

export interface EraseOptions {
  readonly database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>
  readonly kinds: RecordKinds
  readonly ledger: Ledger
  readonly facts: Facts
  readonly apply: Apply
  readonly look: ReturnType<typeof createLook>
  readonly follow: () => Promise<void>
  readonly clock: Pick<Clock, 'now'>
}

/** Whose records, or which. `except`: stay out of it, such as the request itself, which shows that it was answered. */
export type EraseWhat = { readonly subject: string; readonly except?: readonly string[] } | { readonly record: string }

/** What an erasure came to. */
export interface Erased {
  readonly doneAt: Date
  /** What was there and is gone: how much of it each table had, and what was done with it. */
  readonly gone: readonly (CellCount & { readonly kind: string; readonly outcome: 'delete' | 'anonymise' })[]
  /** What became of what is left. */
  readonly left: readonly Look[]
  /** Rows by which the person was found; before, and now. */
  readonly addresses: { readonly before: number; readonly after: number }
  /** Entries of the ledger that tell it, and its end. */
  readonly entries: readonly number[]
  readonly head: { readonly number: number; readonly hash: string } | null
}

/**
 * Erases (GDPR art. 17): writes the fact down for each record and applies it before it resolves. Cut short anywhere, it is
 * gone on with by the next look; done twice, the second finds what is left.
 */
export function createErase(options: EraseOptions) {
  const { database, ledger, apply, look, follow, clock } = options
  return async (what: EraseWhat, askedAt: Date): Promise<Erased> => {
    const before = await database.transaction((transaction) => begin(options, transaction, what, askedAt))
    const ids = before.records.map(({ id }) => id)
    await apply.untilDone(ids)
    await follow()
    const doneAt = clock.now()
    const left = await look.byId(ids, doneAt)
    const outcomes = await goneOf(database.for(storagePurpose), ids)
    const entries = await ledger.about(
      database,
      ids.map((record) => ledger.tagOf({ record })),
    )
    return {
      doneAt,
      gone: before.counts.flatMap((count) => {
        const there = left.find(({ record }) => record.id === count.record)
        const gone = outcomes.find(
          ({ record_id, category }) => record_id === count.record && category === count.category,
        )
        if (there !== undefined && gone?.finished_at === undefined) return []
        const kind = before.records.find(({ id }) => id === count.record)?.kind ?? ''
        return [{ ...count, kind, outcome: gone?.outcome ?? 'delete' }]
      }),
      left,
      addresses: {
        before: before.addresses,
        after: 'subject' in what ? await addressesOf(database.for(storagePurpose), what.subject) : before.addresses,
      },
      entries: entries.filter(({ kind }) => kind === 'erasure' || kind === 'gone').map(({ number }) => number),
      head: await ledger.head(database),
    }
  }
}

interface Begun {
  readonly records: readonly StoredRecord[]
  readonly counts: readonly CellCount[]
  readonly addresses: number
}

/** Counts what there is and writes the facts, while nobody else decides about these records. */
async function begin(
  { kinds, facts, clock }: EraseOptions,
  transaction: Transaction,
  what: EraseWhat,
  askedAt: Date,
): Promise<Begun> {
  const db = transaction.for(storagePurpose)
  const found = 'record' in what ? [what.record] : (await recordStore(db).ofSubject(what.subject)).map(({ id }) => id)
  const except = 'record' in what ? [] : (what.except ?? [])
  const all = await recordStore(db).take(found)
  const records = all.filter(({ id }) => !except.includes(id))
  const counts = await countCells(db, kinds, records)
  const addresses = 'subject' in what ? await addressesOf(db, what.subject) : 0
  const at = askedAt < clock.now() ? askedAt : clock.now()
  await facts.note(
    transaction,
    records.map(({ id }) => ({ kind: 'erasure', record: id, at })),
  )
  return { records: all, counts, addresses }
}
