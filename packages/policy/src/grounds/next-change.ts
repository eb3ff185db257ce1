import type { EndedGround, Ground } from './fate.ts'
import { earliestOf, isPast, type Moment } from './moment.ts'
import type { ProcessingLife } from './processing-life.ts'

/**
 * The next instant at which anything may change by time alone: an end that is known, a day of review, a mail that may be
 * sent, or a fact that was written down before it is one.
 */
export function nextChange(
  lives: readonly ProcessingLife[],
  grounds: readonly (Ground | EndedGround)[],
  moment: Moment,
): Date | null {
  const times = [
    ...lives.flatMap(({ ends }) => ends),
    ...grounds.flatMap((one) => ('until' in one ? [one.until] : [])),
    ...factTimes(moment),
  ]
  return earliestOf(times.filter((at) => at !== null && at !== undefined && !isPast(at, moment)))
}

function factTimes({ facts }: Moment): (Date | null | undefined)[] {
  const { events, consents, objections, restrictions, holds, erasedAt, notices, gone } = facts
  return [
    ...holds.flatMap(({ placedAt, reviewBy, releasedAt }) => [placedAt, reviewBy, releasedAt]),
    ...Object.values(events),
    ...Object.values(consents).flatMap((answers) => answers.map(({ at }) => at)),
    ...objections.flatMap(({ at, decision }) => [at, decision?.at]),
    ...restrictions.flatMap(({ at, liftedAt }) => [at, liftedAt]),
    ...Object.values(notices).filter((sent) => sent !== 'no-address'),
    ...Object.values(gone),
    erasedAt,
  ]
}
