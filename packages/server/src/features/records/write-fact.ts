import type { Db } from '../../platform/db/db.ts'
import type { Fact, RecordFact, SubjectFact } from './fact.ts'
import { RecordError } from './record-error.ts'
import { eventStore, keepingStore, requestStore, restrictionStore } from './store.ts'
import type { RecordTables } from './tables.ts'

/** Writes a fact where it belongs. @throws RecordError `record.nothing-to-decide`, `restriction.not-told`, `restriction.unknown` */
export async function writeFact(db: Db<RecordTables>, fact: Fact): Promise<void> {
  return 'record' in fact ? writeRecordFact(db, fact) : writeSubjectFact(db, fact)
}

async function writeRecordFact(db: Db<RecordTables>, fact: RecordFact): Promise<void> {
  const { record: record_id, at } = fact
  switch (fact.kind) {
    case 'event':
      return eventStore(db).event({ record_id, event: fact.event, at })
    case 'consent': {
      const { consent, given, expiresAt = null, supersededAt = null } = fact
      return eventStore(db).consent({
        record_id,
        consent,
        at,
        given,
        expires_at: expiresAt,
        superseded_at: supersededAt,
      })
    }
    case 'objection':
      return requestStore(db).objection({ record_id, purpose: fact.purpose, at })
    case 'decision': {
      const { purpose, outcome } = fact
      if (await requestStore(db).decision({ record_id, purpose, outcome, decided_at: at })) return
      throw new RecordError('record.nothing-to-decide')
    }
    case 'erasure':
      return requestStore(db).erasure({ record_id, at })
    case 'notice':
      return eventStore(db).notice({ record_id, mail: fact.mail, sent_at: fact.sent === 'sent' ? at : null })
    case 'hold': {
      const { hold, ground, owner, reviewBy, categories } = fact
      const row = { hold_id: hold, record_id, ground, owner, placed_at: at, review_by: reviewBy, released_at: null }
      return keepingStore(db).hold(categories.map((category) => ({ ...row, category })))
    }
    case 'hold.released':
      return keepingStore(db).release(fact.hold, record_id, at)
    case 'gone': {
      const row = { record_id, at, outcome: fact.outcome, finished_at: null }
      return keepingStore(db).gone(fact.categories.map((category) => ({ ...row, category })))
    }
  }
}

async function writeSubjectFact(db: Db<RecordTables>, fact: SubjectFact): Promise<void> {
  const { restriction, subject, at } = fact
  const store = restrictionStore(db)
  switch (fact.kind) {
    case 'restriction': {
      const { ground } = fact
      return store.add({ id: restriction, subject_id: subject, ground, at, told_at: null, lifted_at: null })
    }
    case 'restriction.told':
      if (await store.told(restriction, at)) return
      throw new RecordError('restriction.unknown')
    case 'restriction.lifted':
      if (await store.lifted(restriction, at)) return
      throw new RecordError('restriction.not-told')
  }
}
