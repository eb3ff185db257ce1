import { deadlineAfter } from '../time/deadline.ts'
import type { EndedGround, Fate, Ground } from './fate.ts'
import type { Covering } from './keeping.ts'
import { earliestOf, latestOf, type Moment } from './moment.ts'

/**
 * When a category may go and by when it must. Of several deadlines the shortest counts: each promises that the job isn't
 * later.
 */
export function dueOf(
  grounds: readonly Ground[],
  ended: readonly EndedGround[],
  covering: Covering,
  moment: Moment,
): Pick<Fate, 'earliest' | 'dueBy' | 'outcome'> {
  const earliest = earliestEnd(grounds, ended, moment)
  const deadlines = covering.map(([, { retention }]) => retention.deadline)
  const dueFrom = (from: Date) =>
    [...deadlines, ...(deadlines.length === 0 ? [undefined] : [])].map((deadline) =>
      deadlineAfter(from, deadline, moment.timeZone),
    )
  return {
    earliest,
    dueBy: earliest === null ? null : earliestOf(dueFrom(earliest)),
    outcome: outcomeOf(ended, covering),
  }
}

function earliestEnd(grounds: readonly Ground[], ended: readonly EndedGround[], { facts }: Moment): Date | null {
  if (grounds.length === 0) return latestOf(ended.map(({ at }) => at)) ?? facts.madeAt
  const untils = grounds.map(({ until }) => until)
  return untils.includes(null) ? null : latestOf(untils)
}

const byTime: readonly EndedGround['by'][] = ['retention-over', 'cap-over', 'minimum-over', 'hold-released']

/** Anonymised where every time that ended says so and nobody took a ground away before: what is erased, is deleted. */
function outcomeOf(ended: readonly EndedGround[], covering: Covering): Fate['outcome'] {
  const anonymise = covering.length > 0 && covering.every(([, { retention }]) => retention.then === 'anonymise')
  return anonymise && ended.every(({ by }) => byTime.includes(by)) ? 'anonymise' : 'delete'
}
