import type { Policy } from '../policy.ts'
import { addDuration } from '../time/index.ts'

/** ISO/IEC TS 27560, `event_state`. */
export const consentStates = ['ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn'] as const
export type ConsentEventState = (typeof consentStates)[number]

/** One answer, as it is kept. */
export interface ConsentEvent {
  readonly key: string
  readonly state: ConsentEventState
  readonly at: Date
  /** `consentScope` of the policy that was asked under. */
  readonly scope: string
}

/** What an answer is worth now. `changed`: what is asked is materially another thing than what was answered. */
export type ConsentStanding = 'given' | 'refused' | 'withdrawn' | 'expired' | 'changed' | 'unasked'

/**
 * Where a question stands with somebody, from all their answers to it. Only `given` allows anything; a `refused` or
 * `withdrawn` isn't asked again while it is fresh, so that nobody is worn down (EDPB 05/2020 §3.1).
 */
export function consentStanding(
  policy: Policy,
  question: { readonly key: string; readonly scope: string },
  events: readonly ConsentEvent[],
  now: Date,
): ConsentStanding {
  const [last] = events
    .filter(({ key, at }) => key === question.key && at <= now)
    .toSorted((one, other) => Number(other.at) - Number(one.at))
  const asked = policy.consents?.[question.key]
  if (last === undefined || asked === undefined) return 'unasked'
  const expires = addDuration(last.at, asked.validFor, policy.edition?.timeZone ?? 'UTC')
  if (now >= expires) return 'expired'
  if (last.state === 'ConsentWithdrawn') return 'withdrawn'
  if (last.scope !== question.scope) return 'changed'
  return last.state === 'ConsentGiven' ? 'given' : 'refused'
}

/** Whether a question is to be put to somebody with this standing. */
export function mayAsk(standing: ConsentStanding): boolean {
  return standing === 'unasked' || standing === 'expired' || standing === 'changed'
}
