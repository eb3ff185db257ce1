import type { Policy } from '../policy.ts'
import type { RecordFacts } from './facts.ts'

/** The parts of a policy that decide what data rests on. */
export type GroundPolicy = Pick<Policy, 'categories' | 'purposes' | 'processings' | 'laws' | 'consents' | 'edition'>

/** A record as it is seen at an instant. */
export interface Moment {
  readonly policy: GroundPolicy
  readonly facts: RecordFacts
  readonly now: Date
  readonly timeZone: string
}

/** Time zone of policies that name none. */
const defaultTimeZone = 'Europe/Oslo'

export function momentOf(policy: GroundPolicy, facts: RecordFacts, now: Date): Moment {
  return { policy, facts, now, timeZone: policy.edition?.timeZone ?? defaultTimeZone }
}

type Known = Date | null | undefined

/** Whether something has happened by an instant. */
export function isPast(at: Known, { now }: { readonly now: Date }): at is Date {
  return at !== null && at !== undefined && at.getTime() <= now.getTime()
}

export function earliestOf(dates: readonly Known[]): Date | null {
  return pick(dates, Math.min)
}

export function latestOf(dates: readonly Known[]): Date | null {
  return pick(dates, Math.max)
}

function pick(dates: readonly Known[], choose: (...times: number[]) => number): Date | null {
  const times = dates.flatMap((date) => (date === null || date === undefined ? [] : [date.getTime()]))
  return times.length === 0 ? null : new Date(choose(...times))
}

/** An entry of an object that has it itself; names from a file may be those of JavaScript’s own properties. */
export function entry<Value>(entries: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined
}
