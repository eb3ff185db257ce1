import { groundSet, type GroundPolicy } from '@samtale/policy/grounds'
import type { Look } from './look.ts'
import type { Transaction } from './facts.ts'
import type { StoredRecord } from './record-store.ts'

/** A mail that has to come before something of a record goes. */
export interface DueMail {
  readonly record: Pick<StoredRecord, 'id' | 'kind'>
  readonly mail: string
  /** What goes after it, and when, if the mail is sent now and nothing else happens. */
  readonly categories: readonly string[]
  readonly goesAt: Date | null
}

/** Queues a mail in a transaction; null where it can't be sent now. */
export type QueueNotice = (
  transaction: Transaction,
  record: string,
  mail: string,
) => Promise<'queued' | 'no-address' | null>

/** Whether a policy promises any. */
export function promisesNotices({ processings }: Pick<GroundPolicy, 'processings'>): boolean {
  return Object.values(processings).some(({ retention }) => retention.notice !== undefined)
}

/** The mails that are due for a record by now. */
export function dueMails(policy: GroundPolicy, { record, facts, fates }: Look, now: Date): DueMail[] {
  const due = fates.flatMap(({ category, noticesDue }) =>
    noticesDue.filter(({ at }) => at <= now).map(({ mail }) => ({ category, mail })),
  )
  return [...Map.groupBy(due, ({ mail }) => mail)].map(([mail, ones]) => {
    const categories = [...new Set(ones.map(({ category }) => category))]
    const sent = groundSet(policy, { ...facts, notices: { ...facts.notices, [mail]: now } }, now)
    const ends = sent.flatMap(({ category, earliest }) => (categories.includes(category) ? (earliest ?? []) : []))
    const goesAt = ends.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
    return { record: { id: record.id, kind: record.kind }, mail, categories, goesAt }
  })
}
