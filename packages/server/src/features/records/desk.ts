import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { LedgerTables } from '../ledger/index.ts'
import { storagePurpose } from './facts.ts'
import { standingStore } from './hold-store.ts'
import type { NewHold } from './holds.ts'
import { RecordError } from './record-error.ts'
import { recordsById } from './record-store.ts'
import type { Records } from './records.ts'
import { lookupCategory, type RecordTables, type RestrictionGround } from './tables.ts'

export interface RecordDeskOptions {
  readonly database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>
  readonly records: Pick<Records, 'subjects' | 'facts' | 'apply' | 'look'>
  readonly seals: Pick<Seals, 'index'>
  readonly clock: Pick<Clock, 'now'>
}

export type RecordDesk = ReturnType<typeof createRecordDesk>

/** What an operator asks about records: whose they are, what keeps them, what they are kept from. No value is read. */
export function createRecordDesk(options: RecordDeskOptions) {
  const { database, records, seals, clock } = options
  const { subjects, facts, apply, look } = records
  const standing = () => standingStore(database.for(storagePurpose))

  const subjectOf = (address: Personal<string>): Promise<string | null> => {
    const index = seals.index(lookupCategory, reveal(address))
    return database.transaction((transaction) => subjects.find(transaction, index))
  }

  return {
    /** Who is behind an address; null where nothing is kept about them. */
    subjectOf,

    lookAt: (subject: string) => look.ofSubject(subject, clock.now()),

    /** Places a hold; gives its id. @throws RecordError */
    hold: async (hold: NewHold): Promise<string> => {
      const id = await database.transaction((transaction) => facts.hold(transaction, hold))
      await apply.records(hold.records)
      return id
    },

    /** Releases a hold, and lets go what nothing else keeps. @throws RecordError `hold.unknown` */
    release: async (hold: string): Promise<void> => {
      const kept = (await standing().holds(null)).find(({ id }) => id === hold)
      await database.transaction((transaction) => facts.release(transaction, hold))
      await apply.records(kept?.records ?? [])
    },

    holds: (only: 'all' | 'due') => standing().holds(only === 'due' ? clock.now() : null),

    /** How many holds should have been looked at again by now. */
    holdsDue: () => standing().countDue(clock.now()),

    ...restricting(options),

    /** Whose a record is. @throws RecordError `record.unknown` where it is nobody's, or gone */
    subjectOfRecord: async (record: string): Promise<string> => {
      const [found] = await recordsById(database.for(storagePurpose), [record])
      if (found === undefined || found.subject_id === null) throw new RecordError('record.unknown')
      return found.subject_id
    },
  }
}

/** Restrictions of what is kept about a person (GDPR art. 18). */
function restricting({ database, records: { facts, apply, look }, clock }: RecordDeskOptions) {
  const standing = () => standingStore(database.for(storagePurpose))

  const recomputeAllOf = async (subject: string): Promise<void> =>
    apply.records((await look.ofSubject(subject, clock.now())).map(({ record }) => record.id))

  return {
    restrictions: () => standing().restrictions(),

    /** Restricts all that is kept about a person; gives the restriction's id. */
    restrict: async (subject: string, ground: RestrictionGround): Promise<string> => {
      const id = await database.transaction((transaction) => facts.restrict(transaction, subject, ground))
      await recomputeAllOf(subject)
      return id
    },

    /** Notes that the person was told that a restriction will be lifted, or lifts it. @throws RecordError */
    restriction: async (restriction: string, step: 'told' | 'lifted'): Promise<void> => {
      const subject = (await standing().restrictions()).find(({ id }) => id === restriction)?.subject_id
      await database.transaction((transaction) => facts.restriction(transaction, restriction, step))
      if (subject !== undefined) await recomputeAllOf(subject)
    },
  }
}
