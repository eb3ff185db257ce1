import { endOfFiscalYear } from '../time/zoned.ts'
import { consentWithdrawn } from './consent-life.ts'
import { earliestOf, entry, isPast, latestOf, type Moment } from './moment.ts'

/**
 * When an event came about, or is known to; null while it hasn't and nobody knows. Some follow from other facts: a
 * fiscal year ends after the transaction, and erasure closes a contract and takes consent back, so that what law or
 * policy counts from there begins.
 */
export function whenOf(event: string, moment: Moment): Date | null {
  const { events, madeAt, erasedAt } = moment.facts
  const written = entry(events, event) ?? null
  switch (event) {
    case 'collected':
      return written ?? madeAt
    case 'contract-end':
      return earliestOf([written, isPast(contractStart(moment), { now: erasedAt ?? moment.now }) ? erasedAt : null])
    case 'consent-withdrawn':
      return consentWithdrawn(moment)
    case 'fiscal-year-end': {
      const transaction = whenOf('transaction', moment)
      return transaction === null ? written : latestOf([written, endOfFiscalYear(transaction, moment.timeZone)])
    }
    default:
      return written
  }
}

/** Whether an event is sure to come because what it ends lasts now: a contract, or consent. */
export function isToCome(event: string, moment: Moment): boolean {
  if (event === 'contract-end') return contractState(moment) === 'live'
  return event === 'consent-withdrawn' && Object.keys(moment.facts.consents).length > 0 && !consentWithdrawn(moment)
}

/** `none` for people who never had one, as far as the record says. */
export function contractState(moment: Moment): 'none' | 'live' | 'ended' {
  if (isPast(whenOf('contract-end', moment), moment)) return 'ended'
  return isPast(contractStart(moment), moment) ? 'live' : 'none'
}

function contractStart({ facts }: Moment): Date | null {
  return facts.events['contract-start'] ?? null
}
