import type { Policy } from '@samtale/policy'
import { addDuration } from '@samtale/policy/time'
import type { Clock } from '../../platform/clock.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { storagePurpose } from './facts.ts'
import { lastAnswer } from './answer-store.ts'
import type { RecordTables } from './tables.ts'

/** When the person of a record gave a consent that still counts; null where their last word was a no, or is too old. */
export function createConsentedAt(policy: Pick<Policy, 'consents' | 'edition'>, clock: Pick<Clock, 'now'>) {
  return async (transaction: Purposes<RecordTables>, consent: string, record: string): Promise<Date | null> => {
    const last = await lastAnswer(transaction.for(storagePurpose), record, consent)
    const question = policy.consents?.[consent]
    if (last?.given !== true || question === undefined) return null
    const expires = addDuration(last.at, question.validFor, policy.edition?.timeZone ?? 'Europe/Oslo')
    return clock.now() < expires && last.superseded_at === null ? last.at : null
  }
}
