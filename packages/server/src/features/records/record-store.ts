import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { RecordRow } from '../../platform/db/tables.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { RecordTables } from './tables.ts'

type NewRow<Table extends keyof RecordTables> = Insertable<RecordTables[Table]>

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

/** Takes those of these that are due, after whoever looks at them just now. */
export function takeTheseDue(db: Records, now: Date, ids: readonly string[]): Promise<StoredRecord[]> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('next_check_at', '<=', now)
    .where('id', 'in', ['', ...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
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

/** These records, in the order of their ids. */
export function recordsById(db: Records, ids: readonly string[]): Promise<StoredRecord[]> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('id', 'in', ['', ...ids])
    .orderBy('id')
    .execute()
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

/** By how many addresses a person is found again; nothing, where they are gone. */
export async function addressesOf(db: Db<RecordTables>, subject: string): Promise<number> {
  const { rows } = await db
    .selectFrom('subject_address')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where('subject_id', '=', subject)
    .executeTakeFirstOrThrow()
  return Number(rows)
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

    /** The address is another person's from now on. */
    give: async (index: BlindIndex, from: string, to: string): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('subject_address')
        .set({ subject_id: to })
        .where('address_index', '=', index)
        .where('subject_id', '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
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

/** The cells of records, in whatever tables: deleted, cleared or counted, never read. */
export function cellStore(db: Db<RecordTables>) {
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
    countRows: async (table: string, records: readonly string[]): Promise<{ record: string; rows: number }[]> => {
      const found = await cells
        .selectFrom(table)
        .select(({ fn }) => ['record_id', fn.countAll().as('rows')])
        .where('record_id', 'in', ['', ...records])
        .groupBy('record_id')
        .execute()
      return found.map(({ record_id, rows }) => ({ record: String(record_id), rows: Number(rows) }))
    },
  }
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
