import { groundSet, type Fate, type GroundPolicy } from '@samtale/policy/grounds'
import type { ApplyOptions } from './apply.ts'
import { deleteCells } from './delete-cells.ts'
import type { QueueNotice } from './due-mails.ts'
import { storagePurpose, type Transaction } from './facts.ts'
import { factsOf } from './read-facts.ts'
import { writeFound, type Found, type StoredRecord } from './record-store.ts'
import { keepingStore, readFacts, type StoredFacts } from './store.ts'

export type Outcome = Fate['outcome']

/** A record, and what becomes of it. */
export interface Judged {
  readonly record: StoredRecord
  readonly fates: readonly Fate[]
  /** Categories that are gone, by what was done with them. */
  readonly gone: ReadonlyMap<string, Outcome>
  /** Those of them whose keys and files may not be gone yet. */
  readonly toFinish: readonly string[]
}

export interface JudgeOptions extends Pick<ApplyOptions, 'policy' | 'kinds' | 'facts'> {
  readonly queueNotice: QueueNotice
}

/** When to try again to send a mail that couldn't be sent. */
const patienceMs = 3_600_000

/** Recomputes what becomes of records, deletes what is gone from the tables, and writes down what was found. */
export async function judge(
  options: JudgeOptions,
  transaction: Transaction,
  records: readonly StoredRecord[],
  now: Date,
): Promise<Judged[]> {
  const db = transaction.for(storagePurpose)
  const stored = await readFacts(db, records)
  const facts = factsOf(records, stored, options.kinds)
  const judged = records.map((record) => {
    const known = facts.get(record.id)
    return judgedOf(record, known === undefined ? [] : groundSet(options.policy, known, now), stored)
  })
  await deleteCells(db, options.kinds, judged)
  await keepingStore(db).gone(judged.flatMap((one) => goneRows(one, now)))
  const found: Found[] = []
  for (const one of judged) found.push(await foundOf(options, transaction, one, now))
  await writeFound(db, found)
  return judged
}

function judgedOf(record: StoredRecord, fates: readonly Fate[], stored: StoredFacts): Judged {
  const before = stored.gone.filter(({ record_id }) => record_id === record.id)
  const gone = new Map<string, Outcome>([
    ...fates.flatMap(({ category, state, outcome }) => (state === 'gone' ? [[category, outcome] as const] : [])),
    ...before.map(({ category, outcome }) => [category, outcome] as const),
  ])
  const finished = new Set(before.flatMap(({ category, finished_at }) => (finished_at === null ? [] : [category])))
  return { record, fates, gone, toFinish: [...gone.keys()].filter((category) => !finished.has(category)) }
}

function goneRows({ record, gone, toFinish }: Judged, now: Date) {
  return toFinish.map((category) => {
    return { record_id: record.id, category, at: now, outcome: gone.get(category) ?? 'delete', finished_at: null }
  })
}

/**
 * A record is in use while anything of it is, and where all of it was made anonymous. It is due at once while something is
 * left to be done.
 */
async function foundOf(
  options: JudgeOptions,
  transaction: Transaction,
  { record, fates, toFinish }: Judged,
  now: Date,
): Promise<Found> {
  const anonymous = toFinish.length === 0 && fates.length > 0 && fates.every(({ state }) => state === 'gone')
  const used = anonymous || fates.some(({ state }) => state === 'in-use')
  const again = await sendNotices(options, transaction, record, fates, now)
  const times = fates.flatMap(({ nextChange }) => nextChange ?? [])
  const next = [...times, ...(again === null ? [] : [again]), ...(toFinish.length === 0 ? [] : [now])]
  const soonest = next.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
  return {
    id: record.id,
    state: used ? 'in-use' : 'restricted',
    barred: barredFrom(options.policy, fates),
    next_check_at: soonest,
  }
}

/** Purposes that were objected to, and have no use of the record that can't be: they don't see it, though others may. */
export function barredFrom({ processings }: Pick<GroundPolicy, 'processings'>, fates: readonly Fate[]): string[] {
  const objected = fates.flatMap(({ grounds, ended }) => [
    ...grounds.flatMap((one) => (one.kind === 'processing' && one.effect === 'suspended' ? [one.processing] : [])),
    ...ended.flatMap((one) => (one.kind === 'processing' && one.by === 'objected' ? [one.processing] : [])),
  ])
  const used = new Set(fates.flatMap(({ purposes }) => purposes))
  const purposes = new Set(objected.flatMap((key) => processings[key]?.purpose ?? []))
  return [...purposes].filter((purpose) => !used.has(purpose)).toSorted()
}

/** Gives when the record is to be looked at because of its mails. */
async function sendNotices(
  options: JudgeOptions,
  transaction: Transaction,
  record: StoredRecord,
  fates: readonly Fate[],
  now: Date,
): Promise<Date | null> {
  const due = fates.flatMap(({ noticesDue }) => noticesDue.filter(({ at }) => at <= now).map(({ mail }) => mail))
  let again: Date | null = null
  for (const mail of new Set(due)) {
    const sent = await options.queueNotice(transaction, record.id, mail)
    if (sent !== null) {
      const fact = { kind: 'notice', mail, sent: sent === 'queued' ? 'sent' : 'no-address' } as const
      await options.facts.note(transaction, [{ ...fact, record: record.id, at: now }])
      again = now
    }
    again ??= new Date(now.getTime() + patienceMs)
  }
  return again
}
