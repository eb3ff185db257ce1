import type { HoldGround } from '@samtale/policy/grounds'
import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Ledger, LedgerTables } from '../ledger/index.ts'
import { entryOf } from './fact-entries.ts'
import type { Fact } from './fact.ts'
import { RecordError } from './record-error.ts'
import { keepingStore, recordStore, restrictionStore } from './store.ts'
import type { RecordTables, RestrictionGround } from './tables.ts'
import { writeFact } from './write-fact.ts'

export type Transaction = Purposes<RecordTables & LedgerTables>

/** Purpose of everything that decides what becomes of records. */
export const storagePurpose = builtInPurposes.storage

/** A hold: some categories of records that are named one by one, on a ground, until somebody looks again. */
export interface NewHold {
  readonly records: readonly string[]
  readonly categories: readonly string[]
  readonly ground: HoldGround
  /** Who answers for it, as a role such as `legal`. */
  readonly owner: string
  readonly reviewBy: Date
}

export type Facts = ReturnType<typeof createFacts>

/**
 * Writes down facts about records in the caller's transaction: each in its table and in the ledger, and that the record is
 * to be looked at again. That is all that erasure, withdrawal, objection, restriction and holds do; what follows from it,
 * `apply` does. The ledger's end is held until the transaction is over, so facts come last in one.
 */
export function createFacts({ ledger, clock }: { ledger: Ledger; clock: Pick<Clock, 'now'> }) {
  /** @throws RecordError `record.nothing-to-decide`, `restriction.unknown`, `restriction.not-told` */
  async function note(transaction: Transaction, facts: readonly Fact[]): Promise<void> {
    const db = transaction.for(storagePurpose)
    for (const fact of facts) await writeFact(db, fact)
    // At once: also a fact that lies ahead changes when to look next.
    const records = facts.flatMap((fact) => ('record' in fact ? [fact.record] : []))
    for (const fact of facts)
      if ('subject' in fact) records.push(...(await recordStore(db).ofSubject(fact.subject)).map(({ id }) => id))
    await recordStore(db).checkAt(records.toSorted(), clock.now())
    await ledger.append(transaction, facts.filter(isEntered).map(entryOf))
  }

  return {
    note,

    /**
     * Places a hold; gives its id.
     * @throws RecordError `hold.empty`, `hold.review-missing`, `hold.owner-invalid`, `record.unknown`
     */
    hold: async (transaction: Transaction, { records, ...kept }: NewHold): Promise<string> => {
      const at = clock.now()
      refuseLooseHold({ records, ...kept }, at)
      const found = await recordStore(transaction.for(storagePurpose)).take(records)
      if (found.length < new Set(records).size) throw new RecordError('record.unknown')
      const hold = newId(at)
      await note(
        transaction,
        found.map(({ id }) => ({ kind: 'hold', record: id, hold, at, ...kept })),
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

    /** Restricts everything that is kept about a person (GDPR art. 18); gives the restriction's id. */
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

/** What comes again and again, such as the last message, would fill the ledger and tells nothing that outlives a backup. */
function isEntered(fact: Fact): boolean {
  return fact.kind !== 'event' || !fact.event.startsWith('last-')
}

const role = /^[a-z][a-z0-9.-]{0,63}$/

function refuseLooseHold({ records, categories, owner, reviewBy }: NewHold, at: Date): void {
  if (records.length === 0 || categories.length === 0) throw new RecordError('hold.empty')
  // The compiler asks for a date; a form may give none that is one.
  if (!(reviewBy.getTime() > at.getTime())) throw new RecordError('hold.review-missing')
  if (!role.test(owner)) throw new RecordError('hold.owner-invalid')
}
