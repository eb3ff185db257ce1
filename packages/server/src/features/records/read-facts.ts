import type { ConsentAnswer, RecordFacts } from '@samtale/policy/grounds'
import { categoriesOf, type RecordKinds } from './kinds.ts'
import type { StoredRecord } from './record-store.ts'
import type { StoredFacts } from './store.ts'

/** Facts of records as the ground set reads them, by the record's id. */
export function factsOf(
  records: readonly StoredRecord[],
  stored: StoredFacts,
  kinds: RecordKinds,
): ReadonlyMap<string, RecordFacts> {
  const byRecord = groupAll(stored)
  return new Map(records.map((record) => [record.id, recordFacts(record, byRecord, stored, kinds)]))
}

type Grouped = ReturnType<typeof groupAll>

function groupAll(stored: StoredFacts) {
  return {
    events: grouped(stored.events),
    consents: grouped(stored.consents),
    objections: grouped(stored.objections),
    erasures: grouped(stored.erasures),
    notices: grouped(stored.notices),
    holds: grouped(stored.holds),
    gone: grouped(stored.gone),
  }
}

function recordFacts(
  { id, kind, created_at, subject_id }: StoredRecord,
  of: Grouped,
  { restrictions }: StoredFacts,
  kinds: RecordKinds,
): RecordFacts {
  const erasedAt = of.erasures.get(id)?.[0]?.at ?? null
  // What passes through has times of its own, but goes when the person asks for it.
  const passing = erasedAt === null ? [] : categoriesOf(kinds.passing)
  return {
    categories: [...(kinds.kinds[kind]?.categories ?? []), ...passing],
    madeAt: created_at,
    events: Object.fromEntries((of.events.get(id) ?? []).map(({ event, at }) => [event, at])),
    consents: answersBy(of.consents.get(id) ?? []),
    objections: (of.objections.get(id) ?? []).map(({ purpose, at, decided_at, outcome }) => ({
      purpose,
      at,
      decision: decided_at === null || outcome === null ? undefined : { at: decided_at, outcome },
    })),
    restrictions: restrictions
      .filter((restriction) => restriction.subject_id === subject_id)
      .map(({ at, lifted_at }) => ({ at, liftedAt: lifted_at ?? undefined })),
    erasedAt,
    holds: holdsOf(of.holds.get(id) ?? []),
    notices: Object.fromEntries((of.notices.get(id) ?? []).map(({ mail, sent_at }) => [mail, sent_at ?? 'no-address'])),
    gone: Object.fromEntries((of.gone.get(id) ?? []).map(({ category, at }) => [category, at])),
  }
}

function answersBy(rows: StoredFacts['consents']): Record<string, ConsentAnswer[]> {
  const answers: Record<string, ConsentAnswer[]> = {}
  for (const { consent, at, given, expires_at, superseded_at } of rows) {
    const answer = { at, given, expiresAt: expires_at ?? undefined, supersededAt: superseded_at ?? undefined }
    answers[consent] = [...(answers[consent] ?? []), answer]
  }
  return answers
}

function holdsOf(rows: StoredFacts['holds']): RecordFacts['holds'] {
  return rows.map(({ hold_id, category, ground, placed_at, review_by, released_at }) => ({
    id: hold_id,
    categories: [category],
    ground,
    placedAt: placed_at,
    reviewBy: review_by,
    releasedAt: released_at ?? undefined,
  }))
}

function grouped<Row extends { readonly record_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.record_id, [...(groups.get(row.record_id) ?? []), row])
  return groups
}
