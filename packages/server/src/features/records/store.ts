import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { StoredRecord } from './record-store.ts'
import type { RecordTables } from './tables.ts'

type Row<Table extends keyof RecordTables> = Selectable<RecordTables[Table]>
type NewRow<Table extends keyof RecordTables> = Insertable<RecordTables[Table]>
type Store = Db<RecordTables>

/** What happened to records. What comes twice is written once. */
export function eventStore(db: Store) {
  return {
    /** The latest time counts, where an event comes about again. */
    event: async (row: NewRow<'record_event'>): Promise<void> => {
      const latest = { at: sql<Date>`greatest(record_event.at, excluded.at)` }
      await db
        .insertInto('record_event')
        .values(row)
        .onConflict((conflict) => conflict.columns(['record_id', 'event']).doUpdateSet(latest))
        .execute()
    },

    /** When an answer stops counting, can be learned later. */
    consent: async (row: NewRow<'record_consent'>): Promise<void> => {
      const { expires_at, superseded_at } = row
      const ends = { expires_at, superseded_at }
      await db
        .insertInto('record_consent')
        .values(row)
        .onConflict((conflict) => conflict.columns(['record_id', 'consent', 'at', 'given']).doUpdateSet(ends))
        .execute()
    },

    notice: async (row: NewRow<'record_notice'>): Promise<void> => {
      await db
        .insertInto('record_notice')
        .values(row)
        .onConflict((conflict) => conflict.columns(['record_id', 'mail']).doUpdateSet({ sent_at: row.sent_at }))
        .execute()
    },
  }
}

/** What people asked for about records. */
export function requestStore(db: Store) {
  return {
    objection: async (row: Pick<Row<'record_objection'>, 'record_id' | 'purpose' | 'at'>): Promise<void> => {
      await db
        .insertInto('record_objection')
        .values({ ...row, decided_at: null, outcome: null })
        .onConflict((conflict) => conflict.columns(['record_id', 'purpose', 'at']).doNothing())
        .execute()
    },

    /** Decides what isn't decided yet; tells whether there was anything. */
    decision: async (row: Omit<Row<'record_objection'>, 'at'>): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('record_objection')
        .set({ decided_at: row.decided_at, outcome: row.outcome })
        .where('record_id', '=', row.record_id)
        .where('purpose', '=', row.purpose)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** The first request counts. */
    erasure: async (row: NewRow<'record_erasure'>): Promise<void> => {
      const first = { at: sql<Date>`least(record_erasure.at, excluded.at)` }
      await db
        .insertInto('record_erasure')
        .values(row)
        .onConflict((conflict) => conflict.column('record_id').doUpdateSet(first))
        .execute()
    },
  }
}

/** What persons asked to have restricted. */
export function restrictionStore(db: Store) {
  return {
    add: async (row: NewRow<'subject_restriction'>): Promise<void> => {
      await db
        .insertInto('subject_restriction')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },

    /** False where there is none, or the person was told before. */
    told: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('subject_restriction')
        .set({ told_at: at })
        .where('id', '=', id)
        .where('told_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** False where there is none, it was lifted before, or the person hasn't been told. */
    lifted: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('subject_restriction')
        .set({ lifted_at: at })
        .where('id', '=', id)
        .where('told_at', '<=', at)
        .where('lifted_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    subjectOf: async (restriction: string): Promise<string | null> => {
      const row = await db
        .selectFrom('subject_restriction')
        .select('subject_id')
        .where('id', '=', restriction)
        .executeTakeFirst()
      return row?.subject_id ?? null
    },
  }
}

/** What is kept on purpose, and what is gone. */
export function keepingStore(db: Store) {
  return {
    hold: async (rows: readonly NewRow<'record_hold'>[]): Promise<void> => {
      await db
        .insertInto('record_hold')
        .values([...rows])
        .onConflict((conflict) => conflict.columns(['hold_id', 'record_id', 'category']).doNothing())
        .execute()
    },

    heldBy: async (hold: string): Promise<string[]> => {
      const rows = await db
        .selectFrom('record_hold')
        .select('record_id')
        .distinct()
        .where('hold_id', '=', hold)
        .where('released_at', 'is', null)
        .execute()
      return rows.map(({ record_id }) => record_id)
    },

    release: async (hold: string, record: string, at: Date): Promise<void> => {
      await db
        .updateTable('record_hold')
        .set({ released_at: at })
        .where('hold_id', '=', hold)
        .where('record_id', '=', record)
        .where('released_at', 'is', null)
        .execute()
    },

    gone: async (rows: readonly NewRow<'record_gone'>[]): Promise<void> => {
      if (rows.length === 0) return
      await db
        .insertInto('record_gone')
        .values([...rows])
        .onConflict((conflict) => conflict.columns(['record_id', 'category']).doNothing())
        .execute()
    },

    /** Gives what wasn't finished before. */
    finish: (records: readonly string[], at: Date): Promise<Finished[]> =>
      db
        .updateTable('record_gone')
        .set({ finished_at: at })
        .where('record_id', 'in', records)
        .where('finished_at', 'is', null)
        .returning(['record_id', 'category', 'outcome'])
        .execute(),
  }
}

/** What is gone of some records, whether or not its keys and files are. */
export function goneOf(db: Store, records: readonly string[]): Promise<Row<'record_gone'>[]> {
  return db
    .selectFrom('record_gone')
    .selectAll()
    .where('record_id', 'in', ['', ...records])
    .execute()
}

export type Finished = Pick<Row<'record_gone'>, 'record_id' | 'category' | 'outcome'>

/** All facts of some records, and what restricts the persons whose they are. */
export interface StoredFacts {
  readonly events: readonly Row<'record_event'>[]
  readonly consents: readonly Row<'record_consent'>[]
  readonly objections: readonly Row<'record_objection'>[]
  readonly erasures: readonly Row<'record_erasure'>[]
  readonly notices: readonly Row<'record_notice'>[]
  readonly holds: readonly Row<'record_hold'>[]
  readonly gone: readonly Row<'record_gone'>[]
  readonly restrictions: readonly Row<'subject_restriction'>[]
}

/** Reads them. */
export async function readFacts(db: Store, records: readonly StoredRecord[]): Promise<StoredFacts> {
  // No id is empty, and a list can't be.
  const ids = ['', ...records.map(({ id }) => id)]
  const subjects = ['', ...records.flatMap(({ subject_id }) => subject_id ?? [])]
  return {
    events: await db.selectFrom('record_event').selectAll().where('record_id', 'in', ids).execute(),
    consents: await db.selectFrom('record_consent').selectAll().where('record_id', 'in', ids).execute(),
    objections: await db.selectFrom('record_objection').selectAll().where('record_id', 'in', ids).execute(),
    erasures: await db.selectFrom('record_erasure').selectAll().where('record_id', 'in', ids).execute(),
    notices: await db.selectFrom('record_notice').selectAll().where('record_id', 'in', ids).execute(),
    holds: await db.selectFrom('record_hold').selectAll().where('record_id', 'in', ids).execute(),
    gone: await db.selectFrom('record_gone').selectAll().where('record_id', 'in', ids).execute(),
    restrictions: await db.selectFrom('subject_restriction').selectAll().where('subject_id', 'in', subjects).execute(),
  }
}
