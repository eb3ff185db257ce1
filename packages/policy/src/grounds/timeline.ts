import type { DueNotice, Fate } from './fate.ts'
import type { RecordFacts } from './facts.ts'
import { groundSet } from './ground-set.ts'
import { earliestOf, type GroundPolicy } from './moment.ts'

/** What becomes of a record from an instant on. */
export interface TimelineEntry {
  readonly at: Date
  readonly fates: readonly Fate[]
}

const mostEntries = 1000

/**
 * What becomes of a record until an instant if nothing new happens: an entry for the beginning, and one for each time at
 * which something changes. Mails that are due are taken to be sent when they may be, since the system sends them; what is
 * due to be deleted is taken to be gone.
 */
export function timeline(policy: GroundPolicy, facts: RecordFacts, from: Date, until: Date): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  let known = facts
  for (let at: Date | null = from; at !== null && at <= until && entries.length < mostEntries;) {
    const now: Date = at
    const found = groundSet(policy, known, now)
    const told = withNotices(known, found, now)
    const fates = told === known ? found : groundSet(policy, told, now)
    known = told
    entries.push({ at: now, fates })
    const gone = fates.filter(({ state }) => state === 'gone').map(({ category }) => [category, now] as const)
    known = { ...known, gone: { ...Object.fromEntries(gone), ...known.gone } }
    at = earliestOf(fates.map(({ state, nextChange }) => (state === 'gone' ? null : nextChange)))
  }
  return entries
}

function withNotices(facts: RecordFacts, fates: readonly Fate[], now: Date): RecordFacts {
  const sent = fates.flatMap(({ noticesDue }) => noticesDue.filter((notice: DueNotice) => notice.at <= now))
  return sent.length === 0
    ? facts
    : { ...facts, notices: { ...facts.notices, ...Object.fromEntries(sent.map(({ mail }) => [mail, now])) } }
}
