import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import {
  purpose,
  type SuspensionAppealRow,
  type SuspensionRow,
  type SuspensionTables,
  type TargetKind,
} from './tables.ts'

export type Suspension = Selectable<SuspensionRow>
export type Appeal = Selectable<SuspensionAppealRow>

/** What is closed, and appeals against it. */
export function suspensionStore(database: Purposes<SuspensionTables>) {
  const db = database.for(purpose)
  return {
    /** False where it is closed already. */
    add: async (row: Insertable<SuspensionRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('suspension')
        .values(row)
        .onConflict((conflict) => conflict.columns(['target_kind', 'target']).where('ended_at', 'is', null).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    standing: (kind: TargetKind, target: string): Promise<Suspension | undefined> =>
      db
        .selectFrom('suspension')
        .selectAll()
        .where('target_kind', '=', kind)
        .where('target', '=', target)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    /** Those of some things that are closed. */
    closedAmong: async (kind: TargetKind, targets: readonly string[]): Promise<string[]> => {
      const rows = await db
        .selectFrom('suspension')
        .select('target')
        .where('target_kind', '=', kind)
        .where('target', 'in', ['', ...targets])
        .where('ended_at', 'is', null)
        .execute()
      return rows.map(({ target }) => target)
    },

    get: (record: string): Promise<Suspension | undefined> =>
      db.selectFrom('suspension').selectAll().where('record_id', '=', record).executeTakeFirst(),

    /** Those that stand, latest first. */
    all: (most: number): Promise<Suspension[]> =>
      db
        .selectFrom('suspension')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('placed_at', 'desc')
        .limit(most)
        .execute(),

    /** False where it ended before. */
    end: async (record: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('suspension')
        .set({ ended_at: at })
        .where('record_id', '=', record)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

/** Appeals against what is closed. */
export function appealStore(database: Purposes<SuspensionTables>) {
  const db = database.for(purpose)
  return {
    /** False where one waits already. */
    add: async (row: Insertable<SuspensionAppealRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('suspension_appeal')
        .values(row)
        .onConflict((conflict) => conflict.columns(['record_id']).where('decided_at', 'is', null).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    /** Latest first. */
    ofSuspension: (record: string): Promise<Appeal[]> =>
      db
        .selectFrom('suspension_appeal')
        .selectAll()
        .where('record_id', '=', record)
        .orderBy('made_at', 'desc')
        .execute(),

    waiting: async (): Promise<number> => {
      const { count } = await db
        .selectFrom('suspension_appeal')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('decided_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    /** False where it was decided before. */
    decide: async (
      appeal: string,
      decision: Pick<SuspensionAppealRow, 'outcome' | 'answer' | 'decided_by' | 'decided_at'>,
    ): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('suspension_appeal')
        .set(decision)
        .where('id', '=', appeal)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
