import { addDuration } from '../time/zoned.ts'
import type { ConsentAnswer } from './facts.ts'
import type { Ending } from './fate.ts'
import { earliestOf, entry, isPast, latestOf, type Moment } from './moment.ts'

/** An end of a ground, past or to come. */
export interface End {
  readonly by: Ending
  readonly at: Date
}

/** How a consent question stands: the yes that counts, or since when there is none. */
export type Standing =
  | { readonly state: 'given'; readonly answer: ConsentAnswer }
  | { readonly state: 'withdrawn' | 'refused'; readonly since: Date }
  | { readonly state: 'unanswered' }

/**
 * What ends a processing on consent (GDPR art. 6(1)(a), 7): that it was never given or was refused, was withdrawn, has
 * run out, or was given to what is now asked in materially other words. What was done before stays lawful (art. 7(3)):
 * asked about an earlier instant, the answer is the one that stood then.
 */
export function consentEnds(consent: string, moment: Moment): End[] {
  const standing = standingOf(consent, moment)
  if (standing.state === 'unanswered') return [{ by: 'not-given', at: moment.facts.madeAt }]
  if (standing.state !== 'given') return [{ by: standing.state, at: standing.since }]
  const { answer } = standing
  const validFor = entry(moment.policy.consents, consent)?.validFor
  const runsOut = validFor === undefined ? null : addDuration(answer.at, validFor, moment.timeZone)
  const expiry = earliestOf([answer.expiresAt, runsOut])
  return [
    ...(expiry === null ? [] : [{ by: 'expired' as const, at: expiry }]),
    ...(answer.supersededAt === undefined ? [] : [{ by: 'superseded' as const, at: answer.supersededAt }]),
  ]
}

/**
 * How a question stands at an instant. Of answers given together a no counts before a yes, and of two yes the shorter;
 * a no that is said again changes nothing.
 */
export function standingOf(consent: string, moment: Moment): Standing {
  const past = (entry(moment.facts.consents, consent) ?? []).filter(({ at }) => isPast(at, moment)).toSorted(inOrder)
  const lastYes = past.findLastIndex(({ given }) => given)
  const answer = past[lastYes]
  const firstNo = past[lastYes + 1]
  if (firstNo !== undefined) return { state: answer === undefined ? 'refused' : 'withdrawn', since: firstNo.at }
  return answer === undefined ? { state: 'unanswered' } : { state: 'given', answer }
}

/**
 * When the person took consent back to the last of what they had said yes to, or, where they never did, first said no;
 * null while a yes stands, and where there was no answer. Erasure takes back what stands then.
 */
export function consentWithdrawn(moment: Moment): Date | null {
  const { consents, events, erasedAt } = moment.facts
  const keys = Object.keys(consents)
  const erased = isPast(erasedAt, moment)
  const standings = keys.map((key) => standingOf(key, erased ? { ...moment, now: erasedAt } : moment))
  if (standings.some(({ state }) => state === 'given')) return erased ? erasedAt : null
  const since = (state: 'withdrawn' | 'refused') =>
    standings.map((standing) => (standing.state === state ? standing.since : null))
  return latestOf(since('withdrawn')) ?? earliestOf([...since('refused'), events['consent-withdrawn']])
}

function inOrder(one: ConsentAnswer, other: ConsentAnswer): number {
  const [ofOne, ofOther] = [orderOf(one), orderOf(other)]
  return ofOne.map((time, index) => time - (ofOther[index] ?? 0)).find((apart) => apart !== 0) ?? 0
}

function orderOf({ at, given, expiresAt, supersededAt }: ConsentAnswer): number[] {
  const never = Number.MAX_SAFE_INTEGER
  const expires = expiresAt?.getTime() ?? never
  const superseded = supersededAt?.getTime() ?? never
  return [at.getTime(), given ? 0 : 1, -Math.min(expires, superseded), expires, superseded]
}
