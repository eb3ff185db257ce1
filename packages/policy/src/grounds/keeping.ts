import type { Processing } from '../processing.ts'
import type { EndedGround, Ground } from './fate.ts'
import { minimumLaws, minimumLife } from './minimum.ts'
import { isPast, type Moment } from './moment.ts'

/** Processings that cover a category, by their keys. */
export type Covering = readonly (readonly [string, Processing])[]

/** Grounds that ask for keeping alone, and those of them that have ended. */
export interface KeepingGrounds {
  readonly live: readonly Ground[]
  readonly ended: readonly EndedGround[]
}

/** What a category is kept for, whatever else has ended. */
export function keepingGrounds(category: string, covering: Covering, moment: Moment): KeepingGrounds {
  const parts = [minimumGrounds(covering, moment), holdGrounds(category, moment), undeclaredGround(covering, moment)]
  return { live: parts.flatMap(({ live }) => live), ended: parts.flatMap(({ ended }) => ended) }
}

function minimumGrounds(covering: Covering, moment: Moment): KeepingGrounds {
  const laws = new Set(covering.flatMap(([, processing]) => minimumLaws(processing, moment)))
  const lives = [...laws].flatMap((law) => minimumLife(law, moment) ?? [])
  return {
    live: lives.filter(({ live }) => live).map(({ law, until }) => ({ kind: 'minimum', law, until })),
    ended: lives.flatMap(({ law, until }) =>
      isPast(until, moment) ? [{ kind: 'minimum' as const, law, by: 'minimum-over' as const, at: until }] : [],
    ),
  }
}

/** A hold whose review is overdue goes on: evidence isn't lost by a missed day, and the day stands in what is told. */
function holdGrounds(category: string, moment: Moment): KeepingGrounds {
  const placed = moment.facts.holds.filter(
    ({ categories, placedAt }) => categories.includes(category) && isPast(placedAt, moment),
  )
  return {
    live: placed
      .filter(({ releasedAt }) => !isPast(releasedAt, moment))
      .map(({ id, ground, reviewBy, releasedAt }) => {
        return { kind: 'hold', hold: id, ground, reviewBy, until: releasedAt ?? null }
      }),
    ended: placed.flatMap(({ id, releasedAt }) =>
      isPast(releasedAt, moment)
        ? [{ kind: 'hold' as const, hold: id, by: 'hold-released' as const, at: releasedAt }]
        : [],
    ),
  }
}

/**
 * A category that no processing covers has no legal basis, so nobody uses it. It isn't deleted either, unless the person
 * asks: a part that is missing from a file would otherwise delete what nobody decided to.
 */
function undeclaredGround(covering: Covering, moment: Moment): KeepingGrounds {
  const { erasedAt } = moment.facts
  if (covering.length > 0) return { live: [], ended: [] }
  if (!isPast(erasedAt, moment)) return { live: [{ kind: 'undeclared', until: erasedAt }], ended: [] }
  return { live: [], ended: [{ kind: 'undeclared', by: 'erased', at: erasedAt }] }
}
