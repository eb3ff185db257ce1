import type { Duration } from '../duration.ts'
import type { Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'
import { isTracking } from '../purpose.ts'
import { isSurelyLonger } from '../span.ts'
import { whyNotAnonymous } from './anonymity.ts'
import { isCertain } from './events.ts'
import type { Finding, FindingCode } from './findings.ts'
import { found } from './found.ts'

interface LongestTime {
  readonly what: string
  readonly is: (policy: Policy, processing: Processing) => boolean
  readonly atMost: Duration
  readonly code: Extract<FindingCode, 'retention.above.cap' | 'retention.unbounded'>
}

/** Longest times, by what is kept; data, so that another authority's number is a change of data. */
const longestTimes: readonly LongestTime[] = [
  // CNIL, deliberation 2020-091, § 50: what trackers for measuring an audience collect is kept for 25 months at most.
  { what: 'what trackers collect', is: isTrackersData, atMost: 'P25M', code: 'retention.above.cap' },
  // A number so large that nobody lives to see it is no end (art. 5(1)(e)).
  { what: 'personal data', is: isNoLawsData, atMost: 'P30Y', code: 'retention.unbounded' },
]

/** Times longer than is allowed for what they are about, and caps that end before the time of keeping does. */
export function checkCaps(policy: Policy): Finding[] {
  return Object.entries(policy.processings).flatMap(([key, processing]) => {
    const { keep, from, cap } = processing.retention
    const path = ['processings', key, 'retention', 'cap']
    if (cap.after === from && isSurelyLonger([keep], [cap.atMost]))
      return [found('retention.above.cap', path, `${keep} is longer than its own end, ${cap.atMost} after ${from}.`)]
    if (processing.categories.every((category) => whyNotAnonymous(policy, category) === null)) return []
    return longestTimes
      .filter(({ is }) => is(policy, processing))
      .flatMap(({ what, atMost, code }) => {
        if (isSurelyLonger([cap.atMost], [atMost]))
          return [found(code, path, `${cap.atMost} is longer than ${atMost}, the most for ${what}.`)]
        if (code !== 'retention.above.cap' || isCertain(cap.after)) return []
        const message = `Whether “${cap.after}” ever comes about is open; ${what} ends ${atMost} after it was collected.`
        return [found(code, path, message)]
      })
  })
}

/** Watched rather than given, for a purpose that watches; behaviour also where the purpose is called something else. */
function isTrackersData(policy: Policy, { purpose, categories, retention }: Processing): boolean {
  const use = policy.purposes[purpose]
  if (use === undefined || retention.held === 'memory' || retention.held === 'device') return false
  return categories.some((key) => {
    const { source, fides = '' } = policy.categories[key] ?? {}
    const isTracked = Object.values(policy.storage).some(
      ({ holds, class: called = 'essential' }) => holds === key && called !== 'essential' && called !== 'functional',
    )
    const isBehaviour = /^user\.behavior\b/.test(fides) && !/^(?:essential|finance)\b/.test(use.fides)
    const isWatched = source === 'observed' || source === 'derived' || isTracked
    return isWatched && (isTracking(use) || isBehaviour)
  })
}

function isNoLawsData(_policy: Policy, { retention }: Processing): boolean {
  return retention.minimum === undefined
}
