import type { Processing } from '../processing.ts'
import { fulfilsRights } from '../purpose.ts'
import { dueOf } from './due.ts'
import type { RecordFacts } from './facts.ts'
import type { Fate, Ground } from './fate.ts'
import { keepingGrounds } from './keeping.ts'
import { earliestOf, entry, isPast, momentOf, type GroundPolicy, type Moment } from './moment.ts'
import { nextChange } from './next-change.ts'
import { processingLife } from './processing-life.ts'

/** What every category of a record rests on at an instant, and so what becomes of it. */
export function groundSet(policy: GroundPolicy, facts: RecordFacts, now: Date): Fate[] {
  const moment = momentOf(policy, facts, now)
  return facts.categories.map((category) => fateOf(category, moment))
}

/**
 * One algebra for all of it: a category is in use while any of its grounds allows use, restricted while what is left
 * only asks for keeping (a law's minimum, a hold, an objection that is being weighed) or the person has restricted it,
 * and gone when nothing is left. Retention, erasure, withdrawal, objection, restriction, holds and their release are
 * facts that this reads; nothing else decides what is deleted.
 */
function fateOf(category: string, moment: Moment): Fate {
  const goneAt = entry(moment.facts.gone, category)
  if (isPast(goneAt, moment)) return goneSince(goneAt, category)
  const covering = Object.entries(moment.policy.processings).filter(([, one]) => covers(one, category))
  const lives = covering.map(([key, processing]) => processingLife(key, processing, category, moment))
  const keeping = keepingGrounds(category, covering, moment)
  const grounds = [...lives.flatMap(({ ground }) => ground ?? []), ...keeping.live]
  const ended = [...lives.flatMap((life) => life.ended ?? []), ...keeping.ended]
  return {
    ...dueOf(grounds, ended, covering, moment),
    ...usageOf(category, grounds, moment),
    category,
    grounds,
    ended: ended.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    nextChange: nextChange(lives, [...grounds, ...ended], moment),
    noticesDue: lives.flatMap(({ notice }) => notice ?? []),
  }
}

/** What is kept in memory, on a device or elsewhere has rules of its own, and is no ground for a record. */
function covers({ categories, retention }: Processing, category: string): boolean {
  return retention.held === 'database' && categories.includes(category)
}

/**
 * A restriction ends all use but the one that the person asks for: their requests are still answered, the one to restrict
 * among them (art. 18(2): with their consent).
 */
function usageOf(
  category: string,
  grounds: readonly Ground[],
  moment: Moment,
): Pick<Fate, 'state' | 'purposes' | 'portable' | 'restrictedSince'> {
  const restrictedSince = earliestOf(
    moment.facts.restrictions.map(({ at, liftedAt }) => (isPast(at, moment) && !isPast(liftedAt, moment) ? at : null)),
  )
  const mayUse = (purpose: string) => {
    const declared = entry(moment.policy.purposes, purpose)
    return restrictedSince === null || (declared !== undefined && fulfilsRights(declared))
  }
  const used = grounds.flatMap((ground) =>
    ground.kind === 'processing' && ground.effect === 'use' && mayUse(ground.purpose) ? ground.purpose : [],
  )
  const fromSubject = entry(moment.policy.categories, category)?.source === 'subject'
  return {
    state: grounds.length === 0 ? 'gone' : used.length === 0 ? 'restricted' : 'in-use',
    purposes: [...new Set(used)].toSorted(),
    portable: fromSubject && grounds.some((one) => 'article' in one && ['6-1-a', '6-1-b'].includes(one.article)),
    restrictedSince,
  }
}

function goneSince(at: Date, category: string): Fate {
  return {
    category,
    state: 'gone',
    grounds: [],
    ended: [],
    purposes: [],
    portable: false,
    restrictedSince: null,
    earliest: at,
    dueBy: null,
    nextChange: null,
    noticesDue: [],
    outcome: 'delete',
  }
}
