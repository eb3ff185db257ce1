import type { Law } from '../law.ts'
import type { Processing } from '../processing.ts'
import { addDuration, wholeDay } from '../time/zoned.ts'
import { isToCome, whenOf } from './events.ts'
import { entry, type Moment } from './moment.ts'

/** A law's least time of keeping. `until` is null where it hasn't begun; `live`, where it asks for keeping now. */
export interface MinimumLife {
  readonly law: string
  readonly until: Date | null
  readonly live: boolean
}

/** The laws that ask for a least time of keeping what a processing covers, by the rule or by what it rests on. */
export function minimumLaws({ retention, basis }: Processing, { policy }: Moment): string[] {
  const laws = [retention.minimum, 'law' in basis ? basis.law : undefined]
  return [
    ...new Set(laws.filter((law) => law !== undefined && entry(policy.laws, law)?.minimum !== undefined)),
  ] as string[]
}

/**
 * Whether a law asks for keeping now, and until when. A law's time ends with the last hour of its last day (Regulation
 * (EEC, Euratom) 1182/71 art. 3(2)), so nothing goes on the day itself. Before its event the law asks for nothing yet,
 * unless the event is sure to come, such as the end of a contract that there is.
 */
export function minimumLife(law: string, moment: Moment): MinimumLife | null {
  const minimum = entry<Law>(moment.policy.laws, law)?.minimum
  if (minimum === undefined) return null
  const from = whenOf(minimum.from, moment)
  if (from === null) return { law, until: null, live: isToCome(minimum.from, moment) }
  const end = addDuration(from, minimum.keep, moment.timeZone)
  const until = minimum.keep.includes('T') ? end : wholeDay(end, moment.timeZone)
  return { law, until, live: until > moment.now }
}
