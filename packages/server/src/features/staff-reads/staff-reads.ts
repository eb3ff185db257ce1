import type { Clock } from '../../platform/clock.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { Records, RecordTables } from '../records/index.ts'
import { staffReadStore } from './store.ts'
import { category, recordKind, type ReaderRole, type StaffReadTables } from './tables.ts'

type Tables = StaffReadTables & RecordTables & LedgerTables

export interface StaffReadOptions {
  readonly database: Purposes<Tables> & {
    transaction<Result>(run: (transaction: Purposes<Tables>) => Promise<Result>): Promise<Result>
  }
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening'>
  readonly records: Pick<Records, 'subjects' | 'look'>
  readonly clock: Clock
}

/** A look that is about to be taken. */
export interface NewStaffRead {
  /** The record that is opened: the account's, a letter's … */
  readonly record: string
  /** Account of who looks; `machine` for a command of the operator's. */
  readonly by: string
  readonly role: ReaderRole
  /** In the words of who looks; the person reads it. */
  readonly why: string
}

/** A look as the person sees it: without the name of who looked. */
export interface StaffRead {
  readonly at: Date
  readonly role: ReaderRole
  readonly why: Personal<string>
  /** Kind of the record that was opened; null once it is gone. */
  readonly kind: string | null
}

export type StaffReads = ReturnType<typeof createStaffReads>

const longestReason = 500
const mostShown = 100

/**
 * Who of the staff looked at what is kept about a person, and why: noted before anything is shown, and shown to the person
 * (GDPR art. 5(2), 15, 32(4)).
 */
export function createStaffReads({ database, seals, records, clock }: StaffReadOptions) {
  return {
    /**
     * Notes a look. Who calls it shows nothing before it has resolved.
     * @throws TypeError without a reason, or where there is no such record
     */
    note: async ({ record: read, by, role, why }: NewStaffRead): Promise<void> => {
      const reason = why.trim().slice(0, longestReason)
      if (reason === '') throw new TypeError('Nobody looks without a reason.')
      const at = clock.now()
      const [found] = await records.look.byId([read], at)
      if (found === undefined) throw new TypeError('There is no such record.')
      const id = newId(at)
      const sealer = await seals.forSealing([id], [category])
      const sealed = sealer.seal({ table: 'staff_read', column: 'why', record: id, category }, reason)
      await database.transaction(async (transaction) => {
        await records.subjects.openFor(transaction, { id, kind: recordKind, subject: found.record.subject_id, at })
        const row = { record_id: id, read_record_id: read, by_account: by, role, why: sealed, read_at: at }
        await staffReadStore(transaction).add(row)
      })
    },

    /** The looks at all that is a person's, latest first. */
    ofSubject: async (subject: string): Promise<StaffRead[]> => {
      const looks = await records.look.ofSubject(subject, clock.now())
      const kinds = new Map(looks.map(({ record }) => [record.id, record.kind]))
      const own = looks.flatMap(({ record }) => (record.kind === recordKind ? [record.id] : []))
      if (own.length === 0) return []
      const rows = await staffReadStore(database).byId(own, mostShown)
      const opener = await seals.forOpening(own, [category])
      return rows.flatMap(({ record_id: record, read_record_id, role, why, read_at }) => {
        if (why === null || read_at === null) return []
        const cell = { table: 'staff_read', column: 'why', record, category } as const
        return [{ at: read_at, role, why: opener.open(cell, why), kind: kinds.get(read_record_id) ?? null }]
      })
    },
  }
}
