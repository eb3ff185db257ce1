import type { RetentionRule } from '../retention.ts'
import { addDuration, subtractDuration } from '../time/zoned.ts'
import type { End } from './consent-life.ts'
import { whenOf } from './events.ts'
import type { DueNotice } from './fate.ts'
import { entry, isPast, latestOf, type Moment } from './moment.ts'

/** When the time of a processing ends, as far as is known, and the mail that it waits for. */
export interface RetentionLife {
  readonly end: End | null
  readonly notice: Omit<DueNotice, 'processing'> | null
}

interface Counted extends End {
  readonly from: Date
}

/**
 * When the time ends that a rule gives: so long after its event, and at the cap whatever else; an event that hasn't come
 * leaves the other to decide, and while neither has come the time has no end.
 *
 * A rule that promises a notice ends so long after the mail was sent, and not before it was (GDPR art. 5(1)(a): what was
 * promised is done). A mail counts for the end that it told of: one that was sent before the event that the time is now
 * counted from, such as the last log-in, told of another. People without an address can't be told and needn't be.
 */
export function retentionLife(rule: RetentionRule, moment: Moment): RetentionLife {
  const first = firstEnd(rule, moment)
  const end = first === null ? null : { by: first.by, at: first.at }
  if (first === null || end === null || rule.notice === undefined) return { end, notice: null }
  const { before, mail } = rule.notice
  const maySend = latestOf([subtractDuration(end.at, before, moment.timeZone), first.from]) ?? end.at
  const sent = entry(moment.facts.notices, mail)
  if (sent === 'no-address') return { end, notice: null }
  if (!isPast(sent, moment) || sent < maySend) return { end: null, notice: { mail, at: maySend } }
  const told = addDuration(sent, before, moment.timeZone)
  return { end: { ...end, at: told > end.at ? told : end.at }, notice: null }
}

function firstEnd(rule: RetentionRule, moment: Moment): Counted | null {
  const ends: (Counted | null)[] = [
    counted('retention-over', rule.from, rule.keep, moment),
    counted('cap-over', rule.cap.after, rule.cap.atMost, moment),
  ]
  return ends.reduce((first, end) => (first === null || (end !== null && end.at < first.at) ? end : first), null)
}

function counted(by: End['by'], event: string, duration: RetentionRule['keep'], moment: Moment): Counted | null {
  const from = whenOf(event, moment)
  return from === null ? null : { by, from, at: addDuration(from, duration, moment.timeZone) }
}
