import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Ledger, LedgerEntry, LedgerTables } from '../ledger/index.ts'
import { factOf } from './fact-entries.ts'
import { storagePurpose, type Transaction } from './facts.ts'
import { recordPage, recordStore, subjectStore } from './record-store.ts'
import type { RecordTables } from './tables.ts'
import { writeFact } from './write-fact.ts'

export interface ReplayOptions {
  database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>
  ledger: Ledger
  clock: Pick<Clock, 'now'>
}

const pageSize = 1_000
const entriesAtOnce = 200

/**
 * Brings a database that was restored from a backup up to what was asked and done since: each entry that its ledger lacks
 * is added, and the fact that it tells is written down again for the record that its tag fits. Entries about records that
 * the backup doesn't have are added and tell nothing. Then every record is looked at again: what had gone, goes. Each
 * batch is a transaction, and after a crash what is in the ledger already isn't replayed.
 */
export async function replay(options: ReplayOptions, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return
  const { database, ledger, clock } = options
  const known = await tags(options)
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    await database.transaction(async (transaction) => {
      const batch = entries.slice(at, at + entriesAtOnce)
      for (const entry of batch) await writeAgain(transaction, entry, known)
      await recordStore(transaction.for(storagePurpose)).checkAllAt(clock.now())
      await ledger.adopt(transaction, batch)
    })
  }
}

/** Which record or person each tag is of. */
async function tags({ database, ledger }: ReplayOptions): Promise<ReadonlyMap<string, string>> {
  const db = database.for(storagePurpose)
  const known = new Map<string, string>()
  await eachPage(
    async (after) => (await recordPage(db, after, pageSize)).map(({ id }) => id),
    (record) => known.set(ledger.tagOf({ record }), record),
  )
  await eachPage(
    (after) => subjectStore(db).page(after, pageSize),
    (subject) => known.set(ledger.tagOf({ subject }), subject),
  )
  return known
}

async function eachPage(read: (after: string) => Promise<string[]>, use: (id: string) => void): Promise<void> {
  for (let after = ''; ;) {
    const ids = await read(after)
    ids.forEach(use)
    if (ids.length < pageSize) return
    after = ids.at(-1) ?? after
  }
}

async function writeAgain(
  transaction: Transaction,
  entry: LedgerEntry,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const id = known.get(entry.tag)
  const fact = id === undefined ? null : factOf(entry, id)
  if (fact !== null) await writeFact(transaction.for(storagePurpose), fact)
}
