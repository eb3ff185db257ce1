import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { RecordRow } from '../../platform/db/tables.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
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

export type StoredRecord = Selectable<RecordRow>
type Records = Db<Pick<RecordTables, 'record' | 'subject'>>

/** The records themselves. */
export function recordStore(db: Records) {
  const select = () => db.selectFrom('record').selectAll()
  return {
    add: async (row: NewRow<'record'>): Promise<void> => {
      await db.insertInto('record').values(row).execute()
    },

    ofSubject: (subject: string): Promise<StoredRecord[]> => select().where('subject_id', '=', subject).execute(),

    /** Takes records that are due, or these where they are, for this transaction alone. */
    takeDue: (now: Date, most: number, only?: readonly string[]): Promise<StoredRecord[]> => {
      const due = select().where('next_check_at', '<=', now).orderBy('next_check_at').limit(most)
      const these = only === undefined ? due : due.where('id', 'in', ['', ...only])
      return these.forUpdate().skipLocked().execute()
    },

    take: (ids: readonly string[]): Promise<StoredRecord[]> =>
      select()
        .where('id', 'in', ['', ...ids])
        .orderBy('id')
        .forUpdate()
        .execute(),

    /** Has them looked at, no later than they would be. */
    checkAt: async (ids: readonly string[], at: Date): Promise<void> => {
      await db
        .updateTable('record')
        .set({ next_check_at: sql<Date>`least(coalesce(next_check_at, ${at}), ${at})` })
        .where('id', 'in', ['', ...ids])
        .execute()
    },

    checkAllAt: async (at: Date): Promise<void> => {
      await db.updateTable('record').set({ next_check_at: at }).execute()
    },

    /** Its data is anonymous now, and it is nobody's. */
    detach: async (id: string): Promise<void> => {
      await db
        .updateTable('record')
        .set({ state: 'in-use', barred: [], next_check_at: null, subject_id: null })
        .where('id', '=', id)
        .execute()
    },

    delete: async (ids: readonly string[]): Promise<void> => {
      await db
        .deleteFrom('record')
        .where('id', 'in', ['', ...ids])
        .execute()
    },
  }
}

/** What was found of a record. */
export type Found = Pick<StoredRecord, 'id' | 'state' | 'barred' | 'next_check_at'>

/** Writes it down, for many in one statement. */
export async function writeFound(db: Records, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const rows = sql<Found>`jsonb_to_recordset(${JSON.stringify(found)}::jsonb)`
  await db
    .updateTable('record')
    .from(rows.as<'found'>(sql`found (id text, state text, barred text[], next_check_at timestamptz)`))
    .set(({ ref }) => ({
      state: ref('found.state'),
      barred: ref('found.barred'),
      next_check_at: ref('found.next_check_at'),
    }))
    .whereRef('record.id', '=', 'found.id')
    .execute()
}

/** All records, in the order of their ids, a page at a time. */
export function recordPage(db: Records, after: string, most: number): Promise<StoredRecord[]> {
  return db.selectFrom('record').selectAll().where('id', '>', after).orderBy('id').limit(most).execute()
}

/** Persons, who are ids. */
export function subjectStore(db: Records) {
  return {
    add: async (id: string, now: Date): Promise<void> => {
      await db.insertInto('subject').values({ id, created_at: now }).execute()
    },

    page: async (after: string, most: number): Promise<string[]> => {
      const next = db.selectFrom('subject').select('id').where('id', '>', after).orderBy('id').limit(most)
      return (await next.execute()).map(({ id }) => id)
    },

    /** Deletes those of whom nothing is left. */
    deleteWithoutRecords: async (ids: readonly string[]): Promise<void> => {
      await db
        .deleteFrom('subject')
        .where('id', 'in', ['', ...ids])
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('record').select('record.id').whereRef('record.subject_id', '=', 'subject.id'))),
        )
        .execute()
    },
  }
}

/** How people are found again. */
export function lookupStore(db: Db<Pick<RecordTables, 'subject_address'>>) {
  return {
    /** The person stays until the transaction is over, so that a record can be made for them. */
    find: async (index: BlindIndex): Promise<string | null> => {
      const row = await db
        .selectFrom('subject_address')
        .select('subject_id')
        .where('address_index', '=', index)
        .forKeyShare()
        .executeTakeFirst()
      return row?.subject_id ?? null
    },

    /** False where the address is known already. */
    add: async (row: NewRow<'subject_address'>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('subject_address')
        .values(row)
        .onConflict((conflict) => conflict.column('address_index').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}

/** Under which policy all records were last looked at. */
export function policyMarkStore(db: Db<Pick<RecordTables, 'record_policy'>>) {
  return {
    hash: async (): Promise<string | null> => {
      const row = await db.selectFrom('record_policy').select('policy_hash').executeTakeFirst()
      return row?.policy_hash ?? null
    },
    mark: async (policy_hash: string): Promise<void> => {
      await db
        .insertInto('record_policy')
        .values({ only_row: true, policy_hash })
        .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ policy_hash }))
        .execute()
    },
  }
}

/** Tables of any feature, as far as deleting needs to know them. */
type Cells = Record<string, { record_id: string } & Record<string, unknown>>

/** The cells of records, in whatever tables: deleted or cleared, never read. */
export function cellStore(db: Store) {
  // Which tables there are, the bindings say when the server starts; the compiler can't know.
  const cells = db as Db<RecordTables & Cells>
  return {
    deleteRows: async (table: string, records: readonly string[]): Promise<void> => {
      await cells.deleteFrom(table).where('record_id', 'in', records).execute()
    },
    clear: async (table: string, columns: readonly string[], records: readonly string[]): Promise<void> => {
      await cells
        .updateTable(table)
        .set(Object.fromEntries(columns.map((column) => [column, null])))
        .where('record_id', 'in', records)
        .execute()
    },
  }
}

/** The last answer that a record's person gave to a question. */
export function lastAnswer(db: Db<RecordTables>, record: string, consent: string) {
  return db
    .selectFrom('record_consent')
    .select(['at', 'given', 'superseded_at'])
    .where('record_id', '=', record)
    .where('consent', '=', consent)
    .orderBy('at', 'desc')
    .orderBy('given')
    .limit(1)
    .executeTakeFirst()
}

/** Whether a record is in use or restricted; null once it is gone. */
export async function stateOf(db: Db<Pick<RecordTables, 'record'>>, id: string): Promise<StoredRecord['state'] | null> {
  const found = await db.selectFrom('record').select('state').where('id', '=', id).executeTakeFirst()
  return found?.state ?? null
}

/** Which of these records there are. */
export async function existing(db: Db<Pick<RecordTables, 'record'>>, ids: readonly string[]): Promise<string[]> {
  const found = await db.selectFrom('record').select('id').where('id', 'in', ids).execute()
  return found.map(({ id }) => id)
}
