import type { LegalBasis } from '../legal-basis.ts'
import type { Processing } from '../processing.ts'
import { isMarketing } from '../purpose.ts'
import { standingOf, type End } from './consent-life.ts'
import type { Objection } from './facts.ts'
import { earliestOf, entry, isPast, type Moment } from './moment.ts'

/** What objections do to a processing: end it, or suspend it while they are weighed. */
export interface ObjectionLife {
  readonly end: End | null
  readonly suspended: boolean
}

const untouched: ObjectionLife = { end: null, suspended: false }
const objectable: readonly LegalBasis['article'][] = ['6-1-e', '6-1-f']

/**
 * What objections do (GDPR art. 21). To marketing an objection is absolute and immediate, whatever the basis, and no
 * decision undoes it (art. 21(2), (3)); only a yes to the same thing that was said later does. To what else rests on a
 * legitimate interest or a public task it suspends the use until it is decided (art. 18(1)(d), 21(1)): upheld, the ground
 * is gone, overridden, it is back. Other bases can't be objected to.
 */
export function objectionLife({ purpose, basis }: Processing, moment: Moment): ObjectionLife {
  const objections = moment.facts.objections.filter((one) => one.purpose === purpose && isPast(one.at, moment))
  if (objections.length === 0) return untouched
  const declared = entry(moment.policy.purposes, purpose)
  if (declared !== undefined && isMarketing(declared)) return marketingLife(basis, objections, moment)
  if (!objectable.includes(basis.article)) return untouched
  const decisions = objections.map(({ decision }) => (isPast(decision?.at, moment) ? decision : undefined))
  const upheldAt = earliestOf(decisions.map((decision) => (decision?.outcome === 'upheld' ? decision.at : null)))
  if (upheldAt !== null) return { end: { by: 'objected', at: upheldAt }, suspended: false }
  return { end: null, suspended: decisions.includes(undefined) }
}

function marketingLife(basis: LegalBasis, objections: readonly Objection[], moment: Moment): ObjectionLife {
  const at = earliestOf(objections.map((objection) => objection.at))
  const standing = basis.article === '6-1-a' ? standingOf(basis.consent, moment) : null
  const saidYesSince = standing?.state === 'given' && objections.every((objection) => objection.at < standing.answer.at)
  return at === null || saidYesSince ? untouched : { end: { by: 'objected', at }, suspended: false }
}
