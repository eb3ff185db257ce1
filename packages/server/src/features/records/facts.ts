import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Db, Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Ledger, LedgerTables } from '../ledger/index.ts'
import { entryOf } from './fact-entries.ts'
import type { Fact } from './fact.ts'
import { recordsToHold, type NewHold } from './holds.ts'
import type { RecordKinds } from './kinds.ts'
import { RecordError } from './record-error.ts'
import { recordStore } from './record-store.ts'
import { keepingStore, restrictionStore } from './store.ts'
import type { RecordTables, RestrictionGround } from './tables.ts'
import { writeFact } from './write-fact.ts'

export type Transaction = Purposes<RecordTables & LedgerTables>

/** Purpose of everything that decides what becomes of records. */
export const storagePurpose = builtInPurposes.storage

export interface FactsOptions {
  readonly ledger: Ledger
  readonly kinds: RecordKinds
  readonly clock: Pick<Clock, 'now'>
}

export type Facts = ReturnType<typeof createFacts>

/**
 * Writes down facts about records in the caller's transaction: each in its table and in the ledger, and that the record is
 * to be looked at again. That is all that erasure, withdrawal, objection, restriction and holds do; what follows from it,
 * `apply` does. The ledger's end is held until the transaction is over, so facts come last in one.
 */
export function createFacts({ ledger, kinds, clock }: FactsOptions) {
  /** @throws RecordError `record.nothing-to-decide`, `restriction.unknown`, `restriction.not-told` */
  async function note(transaction: Transaction, facts: readonly Fact[]): Promise<void> {
    const db = transaction.for(storagePurpose)
    for (const fact of facts) await writeFact(db, fact)
    await recordStore(db).checkAt(await recordsOf(db, facts), clock.now())
    await ledger.append(transaction, facts.filter(isEntered).map(entryOf))
  }

  return {
    note,

    /**
     * Places a hold; gives its id.
     * @throws RecordError `hold.empty`, `hold.review-missing`, `hold.owner-invalid`, `hold.category-unknown`,
     * `record.unknown`
     */
    hold: async (transaction: Transaction, { records, ...kept }: NewHold): Promise<string> => {
      const at = clock.now()
      const found = await recordsToHold(transaction.for(storagePurpose), kinds, { records, ...kept }, at)
      const hold = newId(at)
      await note(
        transaction,
        found.map((record) => ({ kind: 'hold', record, hold, at, ...kept })),
      )
      return hold
    },

    /** Releases a hold: what it kept and nothing else keeps, goes. @throws RecordError `hold.unknown` */
    release: async (transaction: Transaction, hold: string): Promise<void> => {
      const records = await keepingStore(transaction.for(storagePurpose)).heldBy(hold)
      if (records.length === 0) throw new RecordError('hold.unknown')
      await note(
        transaction,
        records.map((record) => ({ kind: 'hold.released', record, hold, at: clock.now() })),
      )
    },

    /**
     * Restricts everything that is kept about a person (GDPR art. 18); gives the restriction's id. It lengthens nothing:
     * on the grounds of art. 18(1)(b) and (c), a hold on what the person wants kept goes with it.
     */
    restrict: async (transaction: Transaction, subject: string, ground: RestrictionGround): Promise<string> => {
      const at = clock.now()
      const restriction = newId(at)
      await note(transaction, [{ kind: 'restriction', subject, restriction, ground, at }])
      return restriction
    },

    /** Notes that the person was told, or lifts a restriction. @throws RecordError `restriction.unknown`, `restriction.not-told` */
    restriction: async (transaction: Transaction, restriction: string, step: 'told' | 'lifted'): Promise<void> => {
      const subject = await restrictionStore(transaction.for(storagePurpose)).subjectOf(restriction)
      if (subject === null) throw new RecordError('restriction.unknown')
      await note(transaction, [{ kind: `restriction.${step}`, subject, restriction, at: clock.now() }])
    },
  }
}

/** The records that facts are about; those of a person, where they are about one. */
async function recordsOf(db: Db<RecordTables>, facts: readonly Fact[]): Promise<string[]> {
  const records = facts.flatMap((fact) => ('record' in fact ? [fact.record] : []))
  const subjects = new Set(facts.flatMap((fact) => ('subject' in fact ? [fact.subject] : [])))
  for (const subject of subjects) records.push(...(await recordStore(db).ofSubject(subject)).map(({ id }) => id))
  return records.toSorted()
}

/** What comes again and again, such as the last message, would fill the ledger and tells nothing that outlives a backup. */
function isEntered(fact: Fact): boolean {
  return fact.kind !== 'event' || !fact.event.startsWith('last-')
}
