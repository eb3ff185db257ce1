import { sql, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { LedgerEntryRow, LedgerTables } from './tables.ts'

export type LedgerEntry = Selectable<LedgerEntryRow>

/** Any number that nothing else in the same database locks by. */
const lockNumber = 7_264_254

/** The entries of the ledger: added and read, nothing else. */
export function ledgerStore(db: Db<LedgerTables>) {
  return {
    /** Whoever adds an entry has the end of the ledger to themselves until their transaction is over. */
    lockEnd: async (): Promise<void> => {
      await db
        .selectFrom(sql<object>`pg_advisory_xact_lock(${sql.lit(lockNumber)})`.as('lock'))
        .select(sql`1`.as('locked'))
        .execute()
    },

    last: (): Promise<LedgerEntry | undefined> =>
      db.selectFrom('ledger_entry').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst(),

    find: (number: number): Promise<LedgerEntry | undefined> =>
      db.selectFrom('ledger_entry').selectAll().where('number', '=', number).executeTakeFirst(),

    after: (number: number, most: number): Promise<LedgerEntry[]> =>
      db.selectFrom('ledger_entry').selectAll().where('number', '>', number).orderBy('number').limit(most).execute(),

    ofTags: (tags: readonly string[]): Promise<LedgerEntry[]> =>
      db
        .selectFrom('ledger_entry')
        .selectAll()
        .where('tag', 'in', ['', ...tags])
        .orderBy('number')
        .execute(),

    add: async (entries: readonly LedgerEntry[]): Promise<void> => {
      if (entries.length === 0) return
      await db
        .insertInto('ledger_entry')
        .values(entries.map(({ facts, ...entry }) => ({ ...entry, facts: JSON.stringify(facts) })))
        .execute()
    },
  }
}
