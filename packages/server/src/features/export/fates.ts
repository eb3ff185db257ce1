import { explainFate } from '@samtale/policy/grounds'
import type { Records } from '../records/index.ts'
import type { Value } from './values.ts'

/** What becomes of one category of one record, and why it is there: what the real dates of art. 15(1)(d) are. */
export interface CategoryFate {
  readonly category: string
  readonly state: 'in-use' | 'restricted' | 'gone'
  /** Since when the person has its use restricted (art. 18). */
  readonly restrictedSince: Date | null
  /** When the last ground that is known ends; null where an event decides that hasn't come about. */
  readonly until: Date | null
  /** By when it is deleted after that. */
  readonly deletedBy: Date | null
  readonly outcome: 'delete' | 'anonymise'
  readonly kept: ReturnType<typeof explainFate>['kept']
}

/** A record of the person's, and what becomes of it. */
export interface RecordFate {
  readonly id: string
  readonly kind: string
  readonly madeAt: Date
  readonly categories: readonly CategoryFate[]
}

/** What becomes of records. */
export async function fatesOf(
  look: Pick<Records['look'], 'byId'>,
  ids: readonly string[],
  at: Date,
): Promise<RecordFate[]> {
  return (await look.byId(ids, at)).map(({ record, fates }) => ({
    id: record.id,
    kind: record.kind,
    madeAt: record.created_at,
    categories: fates.map((fate): CategoryFate => {
      const { category, state, kept, until, deletedBy } = explainFate(fate)
      return {
        category,
        state,
        restrictedSince: fate.restrictedSince,
        until,
        deletedBy,
        outcome: fate.outcome,
        kept,
      }
    }),
  }))
}

/** The same for machines. */
export function fateFacts({ id, kind, madeAt, categories }: RecordFate): Value {
  return {
    id,
    kind,
    madeAt: madeAt.toISOString(),
    categories: categories.map(({ kept, restrictedSince, until, deletedBy, ...fate }) => ({
      ...fate,
      restrictedSince: restrictedSince?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      deletedBy: deletedBy?.toISOString() ?? null,
      kept: kept.map((ground) => ({
        ...ground,
        until: ground.until?.toISOString() ?? null,
        ...('reviewBy' in ground ? { reviewBy: ground.reviewBy.toISOString() } : {}),
      })) as Value,
    })),
  }
}
