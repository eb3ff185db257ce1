import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type ReportDecisionRow, type ReportRow, type ReportState, type ReportTables } from './tables.ts'

export type Report = Selectable<ReportRow>
export type Decision = Selectable<ReportDecisionRow>
/** A report without what it holds. */
export type ReportSummary = Pick<Report, 'number' | 'place' | 'reason' | 'state' | 'received_at' | 'decided_at'>

/** Reports, for the purpose of keeping calls safe. */
export function reportStore(database: Purposes<ReportTables>) {
  const db = database.for(purpose)
  return {
    add: async (row: Insertable<ReportRow>): Promise<void> => {
      await db.insertInto('report').values(row).execute()
    },

    find: (number: string): Promise<Report | undefined> =>
      db.selectFrom('report').selectAll().where('number', '=', number).executeTakeFirst(),

    /** Those that wait: oldest first; those decided: latest first. */
    list: (state: ReportState, { skip, most }: { skip: number; most: number }): Promise<ReportSummary[]> =>
      db
        .selectFrom('report')
        .select(['number', 'place', 'reason', 'state', 'received_at', 'decided_at'])
        .where('state', '=', state)
        .orderBy(state === 'open' ? 'received_at' : 'decided_at', state === 'open' ? 'asc' : 'desc')
        .orderBy('record_id')
        .offset(skip)
        .limit(most)
        .execute(),

    count: async (state: ReportState): Promise<number> => {
      const { count } = await db
        .selectFrom('report')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('state', '=', state)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    /** False where it is gone. A later decision takes the place of the one before. */
    decide: async (decision: Insertable<ReportDecisionRow>): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('report')
        .set({ state: 'decided', decided_at: decision.at })
        .where('record_id', '=', decision.record_id)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) return false
      await db.insertInto('report_decision').values(decision).execute()
      return true
    },

    /** Oldest first. */
    decisionsOf: (record: string): Promise<Decision[]> =>
      db
        .selectFrom('report_decision')
        .selectAll()
        .where('record_id', '=', record)
        .orderBy('at')
        .orderBy('id')
        .execute(),
  }
}
