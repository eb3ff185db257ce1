import type { Policy } from '@samtale/policy'
import { extendedAnswerDue, promisedAnswerDue, type DayCounting, type DueDay } from '@samtale/policy/time'

type Promised = Pick<Policy, 'notices' | 'edition' | 'controller'>

/** What the law gives, where a policy promises nothing (GDPR art. 12(3)). */
const lawful = { answer: 'P30D', extension: 'P2M' } as const

/** Where days are counted: in the policy's zone, with the holidays of the country of whoever answers. */
function placeOf({ edition, controller }: Promised): DayCounting {
  return { timeZone: timeZoneOf({ edition }), calendar: controller?.country === 'SE' ? 'SE' : 'NO' }
}

export function timeZoneOf({ edition }: Pick<Policy, 'edition'>): string {
  return edition?.timeZone ?? 'Europe/Oslo'
}

/** By when a request has to be answered. */
export function dueOf(policy: Promised, receivedAt: Date): DueDay {
  return promisedAnswerDue(receivedAt, (policy.notices?.requests ?? lawful).answer, placeOf(policy))
}

/** By when, where the person was told in time that it takes longer. */
export function extendedDueOf(policy: Promised, receivedAt: Date): DueDay {
  return extendedAnswerDue(receivedAt, policy.notices?.requests ?? lawful, placeOf(policy))
}

export const escalations = [50, 80, 100] as const

/** The most of 50, 80 and 100 hundredths of a request's time that are over; 0 where less is. */
export function escalationAt(receivedAt: Date, dueAt: Date, now: Date): number {
  const whole = dueAt.getTime() - receivedAt.getTime()
  const over = now.getTime() - receivedAt.getTime()
  if (whole <= 0) return 100
  return escalations.findLast((level) => over * 100 >= whole * level) ?? 0
}
