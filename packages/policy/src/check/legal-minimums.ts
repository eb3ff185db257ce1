import type { Duration } from '../duration.ts'
import type { Purpose } from '../purpose.ts'

/** What a law of a country asks to be kept, also where a policy doesn't mention the law. */
interface LegalMinimum {
  /** ISO 3166-1 alpha-2 of the controller's country. */
  readonly country: string
  readonly law: string
  readonly keep: Duration
  /** Key of the event that the law counts from. */
  readonly from: 'fiscal-year-end'
  /** Which purposes it is about: by their key, or their term of fideslang. */
  readonly about: (key: string, purpose: Pick<Purpose, 'fides'>) => boolean
}

const accounts: LegalMinimum['about'] = (key, { fides }) => key === 'bookkeeping' || /^finance\b/.test(fides)

/**
 * Times of keeping accounts. Data read in secondary sources: a lawyer's correction is a change of data. Norway's is for
 * primary documentation; Sweden counts from the end of the calendar year in which the fiscal year ended, which is never
 * earlier.
 */
const legalMinimums: readonly LegalMinimum[] = [
  { country: 'NO', law: 'bokføringsloven § 13', keep: 'P5Y', from: 'fiscal-year-end', about: accounts },
  { country: 'SE', law: 'bokföringslagen 7 kap. 2 §', keep: 'P7Y', from: 'fiscal-year-end', about: accounts },
  { country: 'DK', law: 'bogføringsloven § 12', keep: 'P5Y', from: 'fiscal-year-end', about: accounts },
]

/** Those that a purpose of a controller in this country falls under. */
export function legalMinimumsOf(country: string | undefined, key: string, purpose: Purpose | undefined) {
  if (purpose === undefined) return []
  return legalMinimums.filter((minimum) => minimum.country === country && minimum.about(key, purpose))
}

/**
 * The longest that one event can lie before another that a law counts from: a fiscal year ends up to a year after what
 * was done in it. Of all others it is not known, and they count as the law's own.
 */
export function longestBefore(event: string, lawsEvent: string): Duration {
  return lawsEvent === 'fiscal-year-end' && event !== lawsEvent ? 'P1Y' : 'PT0S'
}
