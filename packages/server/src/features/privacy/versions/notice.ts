import type { Policy } from '@samtale/policy'
import type { PolicyDiff } from '@samtale/policy/diff'
import { addDuration } from '@samtale/policy/time'

/** Shortest time between telling and taking effect, whatever a policy says. */
const least = 'P14D' as const

/** What telling everybody may take before the first day that they were told of has to move. */
const telling = 'P1D' as const

/**
 * The earliest moment at which a material change takes effect when those it touches have been told by `told`: the longest
 * time that the policy in force, the coming one and this software promise, and not before the day that the coming one bears.
 */
export function effectiveAfter(told: Date, { before, after, diff }: Sides): Date {
  const isTransfer = diff.changes.some(({ part }) => part === 'controller')
  const promised = [before, after].flatMap(({ notices }) => [
    ...(notices === undefined ? [] : [notices.policyChange.ahead]),
    ...(isTransfer && notices?.transferOfBusiness !== undefined ? [notices.transferOfBusiness.ahead] : []),
  ])
  const zone = before.edition?.timeZone ?? 'Europe/Oslo'
  const ends = [least, ...promised].map((duration) => addDuration(told, duration, zone))
  const dated = after.edition === undefined ? [] : [new Date(`${after.edition.effective}T00:00:00Z`)]
  return new Date(Math.max(...[...ends, ...dated].map(Number)))
}

/** The moment that people are told of: with a day for telling them all. */
export function plannedAt(now: Date, sides: Sides): Date {
  return effectiveAfter(addDuration(now, telling, sides.before.edition?.timeZone ?? 'Europe/Oslo'), sides)
}

interface Sides {
  /** The policy in force, and the coming one. */
  readonly before: Policy
  readonly after: Policy
  readonly diff: Pick<PolicyDiff, 'changes'>
}
