import { groundSet, type Fate, type RecordFacts } from '@samtale/policy/grounds'
import type { Fact, RecordFact } from '../../src/features/records/fact.ts'
import { sampleKinds, samplePolicy } from './sample-records.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Outcome = Fate['outcome']

export interface ModelRecord {
  readonly id: string
  readonly kind: string
  subject: string | null
  readonly madeAt: Date
  readonly facts: RecordFact[]
  readonly gone: Map<string, { at: Date; outcome: Outcome; finished: boolean }>
}

interface ModelRestriction {
  readonly id: string
  readonly at: Date
  told: boolean
  liftedAt: Date | undefined
}

const passing = 'letter'

/**
 * What the database should hold: the same facts, the same ground set, and nothing of batches, transactions, keys, crashes
 * or restores but what they mean.
 */
export class Model {
  records = new Map<string, ModelRecord>()
  restrictions = new Map<string, ModelRestriction[]>()
  /** Everything that the ledger was told. Restoring forgets nothing of it. */
  log: Fact[] = []

  make(id: string, kind: string, subject: string, madeAt: Date): void {
    this.records.set(id, { id, kind, subject, madeAt, facts: [], gone: new Map() })
    if (!this.restrictions.has(subject)) this.restrictions.set(subject, [])
  }

  note(fact: Fact): void {
    this.#take(fact)
    if (fact.kind !== 'event' || !fact.event.startsWith('last-')) this.log.push(fact)
  }

  #take(fact: Fact): void {
    if ('record' in fact) {
      const record = this.records.get(fact.record)
      if (fact.kind !== 'gone') record?.facts.push(fact)
      else if (record !== undefined)
        for (const category of fact.categories)
          if (!record.gone.has(category))
            record.gone.set(category, { at: fact.at, outcome: fact.outcome, finished: false })
      return
    }
    const restrictions = this.restrictions.get(fact.subject)
    const found = restrictions?.find(({ id }) => id === fact.restriction)
    if (fact.kind === 'restriction')
      restrictions?.push({ id: fact.restriction, at: fact.at, told: false, liftedAt: undefined })
    else if (fact.kind === 'restriction.told' && found !== undefined) found.told = true
    else if (found !== undefined) found.liftedAt = fact.at
  }

  categoriesOf(record: ModelRecord): string[] {
    const erased = record.facts.some(({ kind }) => kind === 'erasure')
    return [...(sampleKinds.kinds[record.kind]?.categories ?? []), ...(erased ? [passing] : [])]
  }

  fatesOf(record: ModelRecord, now: Date): Fate[] {
    return groundSet(samplePolicy, this.#factsOf(record), now)
  }

  /** Purposes of the sample that the person objects to: of those, only consent can bring one back, or a decision. */
  barred(record: ModelRecord, now: Date): string[] {
    const fates = this.fatesOf(record, now)
    const objected = this.#factsOf(record).objections.filter(({ decision }) => decision?.outcome !== 'overridden')
    const covers = (purpose: string) =>
      fates.some(
        ({ grounds, ended }) =>
          grounds.some((one) => one.kind === 'processing' && one.purpose === purpose && one.effect === 'suspended') ||
          ended.some(
            (one) =>
              one.kind === 'processing' &&
              one.by === 'objected' &&
              samplePolicy.processings[one.processing]?.purpose === purpose,
          ),
      )
    const used = fates.flatMap(({ purposes }) => purposes)
    const purposes = new Set(objected.map(({ purpose }) => purpose))
    return [...purposes].filter((purpose) => covers(purpose) && !used.includes(purpose)).toSorted()
  }

  /** What is gone now is gone for good. Gives the mails that were sent because something will be. */
  judge(now: Date): void {
    for (const record of this.records.values()) {
      const fates = this.fatesOf(record, now)
      for (const { category, state, outcome } of fates)
        if (state === 'gone' && !record.gone.has(category))
          record.gone.set(category, { at: now, outcome, finished: false })
      const mails = fates.flatMap(({ noticesDue }) => noticesDue.filter(({ at }) => at <= now).map(({ mail }) => mail))
      for (const mail of new Set(mails)) this.note({ kind: 'notice', record: record.id, mail, sent: 'sent', at: now })
    }
  }

  finish(now: Date): void {
    for (const record of [...this.records.values()]) {
      for (const outcome of ['delete', 'anonymise'] as const) {
        const categories = [...record.gone]
          .filter(([, one]) => !one.finished && one.outcome === outcome)
          .map(([key]) => key)
        if (categories.length > 0)
          this.log.push({ kind: 'gone', record: record.id, of: record.kind, categories, outcome, at: now })
      }
      for (const one of record.gone.values()) one.finished = true
      const own = sampleKinds.kinds[record.kind]?.categories ?? []
      if (!own.every((category) => record.gone.has(category))) continue
      if ([...record.gone.values()].some(({ outcome }) => outcome === 'anonymise')) record.subject = null
      else this.records.delete(record.id)
    }
    const subjects = new Set([...this.records.values()].map(({ subject }) => subject))
    for (const subject of this.restrictions.keys()) if (!subjects.has(subject)) this.restrictions.delete(subject)
  }

  /** The model as it was, and then what the ledger was told since about what there was. */
  restored(since: Model): void {
    const told = this.log.slice(since.log.length)
    this.records = since.records
    this.restrictions = since.restrictions
    for (const fact of told) this.#take(fact)
  }

  clone(): Model {
    const copy = new Model()
    copy.records = structuredClone(this.records)
    copy.restrictions = structuredClone(this.restrictions)
    copy.log = [...this.log]
    return copy
  }

  pendingObjections(): { record: string; purpose: string }[] {
    return [...this.records.values()].flatMap((record) =>
      this.#factsOf(record).objections.flatMap(({ purpose, decision }) =>
        decision === undefined ? [{ record: record.id, purpose }] : [],
      ),
    )
  }

  holds(): string[] {
    const open = [...this.records.values()].flatMap((record) =>
      this.#factsOf(record).holds.flatMap(({ id, releasedAt }) => (releasedAt === undefined ? [id] : [])),
    )
    return [...new Set(open)]
  }

  #factsOf(record: ModelRecord): RecordFacts {
    const facts: Mutable<RecordFacts> = {
      categories: this.categoriesOf(record),
      madeAt: record.madeAt,
      events: {},
      consents: {},
      objections: [],
      restrictions: (this.restrictions.get(record.subject ?? '') ?? []).map(({ at, liftedAt }) => ({ at, liftedAt })),
      erasedAt: null,
      holds: [],
      notices: {},
      gone: Object.fromEntries([...record.gone].map(([category, { at }]) => [category, at])),
    }
    for (const fact of record.facts) Object.assign(facts, taken(facts, fact))
    return facts
  }
}

function taken(facts: RecordFacts, fact: RecordFact): Partial<RecordFacts> {
  const { at } = fact
  switch (fact.kind) {
    case 'event': {
      const before = facts.events[fact.event]
      return { events: { ...facts.events, [fact.event]: before !== undefined && before > at ? before : at } }
    }
    case 'consent': {
      const answers = facts.consents[fact.consent] ?? []
      return { consents: { ...facts.consents, [fact.consent]: [...answers, { at, given: fact.given }] } }
    }
    case 'objection': {
      const known = facts.objections.some((one) => one.purpose === fact.purpose && one.at.getTime() === at.getTime())
      return known ? {} : { objections: [...facts.objections, { purpose: fact.purpose, at }] }
    }
    case 'decision': {
      const { purpose, outcome } = fact
      const decide = (one: RecordFacts['objections'][number]) =>
        one.purpose === purpose && one.decision === undefined ? { ...one, decision: { at, outcome } } : one
      return { objections: facts.objections.map(decide) }
    }
    case 'erasure':
      return { erasedAt: facts.erasedAt !== null && facts.erasedAt < at ? facts.erasedAt : at }
    case 'notice':
      return { notices: { ...facts.notices, [fact.mail]: fact.sent === 'sent' ? at : 'no-address' } }
    case 'hold': {
      const { hold, categories, ground, reviewBy } = fact
      return {
        holds: [...facts.holds, { id: hold, categories, ground, placedAt: at, reviewBy, releasedAt: undefined }],
      }
    }
    case 'hold.released': {
      const release = (one: RecordFacts['holds'][number]) =>
        one.id === fact.hold && one.releasedAt === undefined ? { ...one, releasedAt: at } : one
      return { holds: facts.holds.map(release) }
    }
    case 'gone':
      return {}
  }
}
