import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import type { BreachNoticeRow, BreachRow, BreachTables } from './tables.ts'

export type StoredBreach = Selectable<BreachRow>
export type StoredNotice = Selectable<BreachNoticeRow>

/** The register: entries stay. */
export function breachStore(db: Db<BreachTables>) {
  return {
    add: async (row: Insertable<BreachRow>): Promise<void> => {
      await db.insertInto('breach').values(row).execute()
    },
    all: (): Promise<StoredBreach[]> => db.selectFrom('breach').selectAll().orderBy('aware_at', 'desc').execute(),
    find: (id: string): Promise<StoredBreach | undefined> =>
      db
        .selectFrom('breach')
        .selectAll()
        .where(sql<string>`id::text`, '=', id)
        .executeTakeFirst(),
    notices: (): Promise<StoredNotice[]> =>
      db.selectFrom('breach_notice').selectAll().orderBy('sent_at').orderBy('phase').execute(),
    /** False where that phase was entered already. */
    notified: async (row: Insertable<BreachNoticeRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('breach_notice')
        .values(row)
        .onConflict((conflict) => conflict.columns(['breach_id', 'addressee', 'phase']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    /** Each step is told by one server: false where another did. */
    told: async (id: string, percent: number): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('breach')
        .set({ told_percent: percent })
        .where('id', '=', id)
        .where('told_percent', '<', percent)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    lettersAsked: async (id: string, at: Date): Promise<void> => {
      await db.updateTable('breach').set({ letters_asked_at: at }).where('id', '=', id).execute()
    },
  }
}

/** Records that have rows in some tables, and were made in a span. */
export interface Affected {
  readonly byRecord: readonly string[]
  readonly byPerson: readonly string[]
  readonly from: Date | null
  readonly to: Date | null
}

/** Counts and finds records by ids and times alone. */
export function affectedStore(db: Db<PlatformTables>) {
  const affected = ({ byRecord, byPerson, from, to }: Affected) => {
    const reached = sql.join(
      [
        sql`false`,
        ...byRecord.map((table) => sql`exists (select from ${sql.table(table)} t where t.record_id = record.id)`),
        ...byPerson.map(
          (table) => sql`exists (select from ${sql.table(table)} t where t.subject_id = record.subject_id)`,
        ),
      ],
      sql` or `,
    )
    const records = db.selectFrom('record').where(sql<boolean>`(${reached})`)
    const since = from === null ? records : records.where('record.created_at', '>=', from)
    return to === null ? since : since.where('record.created_at', '<=', to)
  }
  return {
    /** How many records, how many people they belong to, and how many records are nobody's. */
    count: (scope: Affected): Promise<{ records: number; people: number; nobodys: number }> =>
      affected(scope)
        .select([
          sql<number>`count(*)::int`.as('records'),
          sql<number>`count(distinct record.subject_id)::int`.as('people'),
          sql<number>`(count(*) filter (where record.subject_id is null))::int`.as('nobodys'),
        ])
        .executeTakeFirstOrThrow(),

    /** Whose these records are, where that is somebody affected. */
    peopleOf: async (scope: Affected, records: readonly string[]): Promise<Map<string, string>> => {
      const rows = await db
        .selectFrom('record as own')
        .select(['own.id', 'own.subject_id'])
        .where('own.id', 'in', ['', ...records])
        .where('own.subject_id', 'in', affected(scope).select('record.subject_id'))
        .execute()
      return new Map(rows.flatMap(({ id, subject_id }) => (subject_id === null ? [] : [[id, subject_id]])))
    },
  }
}
