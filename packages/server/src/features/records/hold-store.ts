import type { Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { RecordHoldRow, RecordTables, SubjectRestrictionRow } from './tables.ts'

/** A hold as it was placed, with what it keeps. */
export interface StandingHold extends Pick<RecordHoldRow, 'ground' | 'owner' | 'placed_at' | 'review_by'> {
  readonly id: string
  readonly records: readonly string[]
  readonly categories: readonly string[]
}

/** What is kept, or kept from use, because somebody decided so; none that is over. */
export function standingStore(db: Db<RecordTables>) {
  return {
    /** Holds, those first that are to be looked at again first; those alone whose day of review is past, with `due`. */
    holds: async (due: Date | null): Promise<StandingHold[]> => {
      const rows = await db
        .selectFrom('record_hold')
        .selectAll()
        .where('released_at', 'is', null)
        .$if(due !== null, (query) => query.where('review_by', '<=', due ?? new Date(0)))
        .orderBy('review_by')
        .orderBy('hold_id')
        .execute()
      return [...Map.groupBy(rows, ({ hold_id }) => hold_id).values()].flatMap(together)
    },

    /** How many holds should have been looked at again by now. */
    countDue: async (now: Date): Promise<number> => {
      const found = await db
        .selectFrom('record_hold')
        .select(({ fn }) => fn.count('hold_id').distinct().as('holds'))
        .where('released_at', 'is', null)
        .where('review_by', '<=', now)
        .executeTakeFirstOrThrow()
      return Number(found.holds)
    },

    restrictions: (): Promise<Selectable<SubjectRestrictionRow>[]> =>
      db.selectFrom('subject_restriction').selectAll().where('lifted_at', 'is', null).orderBy('at').execute(),
  }
}

function together(rows: readonly Selectable<RecordHoldRow>[]): StandingHold[] {
  const [first] = rows
  if (first === undefined) return []
  const { hold_id: id, ground, owner, placed_at, review_by } = first
  const records = [...new Set(rows.map(({ record_id }) => record_id))]
  const categories = [...new Set(rows.map(({ category }) => category))]
  return [{ id, ground, owner, placed_at, review_by, records, categories }]
}
