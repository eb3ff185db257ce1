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
 * promised is done). A cap that counts from another event, such as that the person closes the account, needs none: it is
 * the end in any case.
 */
export function retentionLife(rule: RetentionRule, moment: Moment): RetentionLife {
  const kept = counted('retention-over', rule.from, rule.keep, moment)
  const cap = counted('cap-over', rule.cap.after, rule.cap.atMost, moment)
  if (rule.notice === undefined) return { end: endOf(first(kept, cap)), notice: null }
  const sameClock = rule.cap.after === rule.from
  const told = sameClock ? first(kept, cap) : kept
  const inAnyCase = sameClock ? null : endOf(cap)
  if (told === null) return { end: inAnyCase, notice: null }
  const { end, notice } = afterNotice(rule.notice, told, moment)
  return { end: first(end, inAnyCase), notice: inAnyCase !== null && inAnyCase.at <= told.at ? null : notice }
}

/**
 * A mail counts for the end that it told of: one that was sent before the event that the time is now counted from, such
 * as the last log-in, told of another. People without an address can't be told and needn't be.
 */
function afterNotice(
  { before, mail }: NonNullable<RetentionRule['notice']>,
  end: Counted,
  moment: Moment,
): RetentionLife {
  const sent = entry(moment.facts.notices, mail)
  if (sent === 'no-address') return { end: endOf(end), notice: null }
  const maySend = latestOf([subtractDuration(end.at, before, moment.timeZone), end.from]) ?? end.at
  if (!isPast(sent, moment) || sent < maySend) return { end: null, notice: { mail, at: maySend } }
  return {
    end: { by: end.by, at: latestOf([end.at, addDuration(sent, before, moment.timeZone)]) ?? end.at },
    notice: null,
  }
}

function counted(by: End['by'], event: string, duration: RetentionRule['keep'], moment: Moment): Counted | null {
  const from = whenOf(event, moment)
  return from === null ? null : { by, from, at: addDuration(from, duration, moment.timeZone) }
}

function first<Any extends End>(one: Any | null, other: Any | null): Any | null {
  if (one === null || other === null) return one ?? other
  return other.at < one.at ? other : one
}

function endOf(end: End | null): End | null {
  return end === null ? null : { by: end.by, at: end.at }
}
