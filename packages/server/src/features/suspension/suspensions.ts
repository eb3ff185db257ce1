import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Sealed } from '../../platform/seals/sealed.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import { appealStore, suspensionStore, type Appeal, type Suspension } from './store.ts'
import { category, suspensionRecord, type SuspensionTables, type TargetKind } from './tables.ts'

type Tables = SuspensionTables & RecordTables & LedgerTables
type Transaction = Purposes<Tables>

export interface SuspensionOptions {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening'>
  /** Whose an account is. */
  subjectOf(account: string): Promise<string | null>
  readonly records: {
    open(
      transaction: Transaction,
      record: { id: string; kind: string; subject: string | null; at: Date },
    ): Promise<void>
    note(transaction: Transaction, record: string, event: string, at: Date): Promise<void>
  }
  readonly clock: Clock
}

/** What stands, opened. */
export interface OpenedSuspension extends Omit<Suspension, 'reason'> {
  readonly reason: Personal<string> | null
  readonly appeals: readonly OpenedAppeal[]
}

export interface OpenedAppeal extends Omit<Appeal, 'text' | 'answer'> {
  readonly text: Personal<string> | null
  readonly answer: Personal<string> | null
}

export type Suspensions = ReturnType<typeof createSuspensions>

/** Event from which the time of what was closed counts. */
const ended = 'suspension-ended'
const most = 500

/**
 * Accounts, organisations and rooms that an operator closes, with a reason. Whoever is concerned keeps their rights, and can
 * say something against it; who closed it doesn't decide about that where somebody else can.
 */
export function createSuspensions(options: SuspensionOptions) {
  const { database, clock } = options
  const store = suspensionStore(database)
  const appeals = appealStore(database)
  const opened = async (suspension: Suspension) =>
    open(options, suspension, await appeals.ofSuspension(suspension.record_id))
  return {
    /** What closes it; null where nothing does. */
    of: async (kind: TargetKind, target: string): Promise<OpenedSuspension | null> => {
      const found = await store.standing(kind, target)
      return found === undefined ? null : opened(found)
    },

    isClosed: async (kind: TargetKind, target: string): Promise<boolean> =>
      (await store.standing(kind, target)) !== undefined,

    /** Those of some things that are closed. */
    closedAmong: async (kind: TargetKind, targets: readonly string[]): Promise<ReadonlySet<string>> =>
      new Set(await store.closedAmong(kind, targets)),

    /** Closes something; false where it is closed already. */
    place: (what: Parameters<typeof place>[1]): Promise<boolean> => place(options, what),

    /** Opens it again; false where it was before. */
    end: async (record: string): Promise<boolean> =>
      database.transaction(async (transaction) => {
        if (!(await suspensionStore(transaction).end(record, clock.now()))) return false
        await options.records.note(transaction, record, ended, clock.now())
        return true
      }),

    get: async (record: string): Promise<OpenedSuspension | null> => {
      const found = await store.get(record)
      return found === undefined ? null : opened(found)
    },

    /** Those that stand, latest first. */
    all: async (): Promise<OpenedSuspension[]> => Promise.all((await store.all(most)).map(opened)),

    appealsWaiting: (): Promise<number> => appeals.waiting(),

    /** Says something against it; false where an appeal waits already, or nothing is closed. */
    appeal: (kind: TargetKind, target: string, text: Personal<string>, by: string): Promise<boolean> =>
      addAppeal(options, { kind, target, text, by }),

    /** Decides the appeal that waits. `not-yours`: who closed it doesn't decide while another operator can. */
    decide: async (
      record: string,
      decision: {
        readonly outcome: 'granted' | 'refused'
        readonly answer: Personal<string>
        readonly by: string
        readonly others: boolean
      },
    ): Promise<'decided' | 'gone' | 'not-yours'> => decide(options, record, decision),
  }
}

async function place(
  options: SuspensionOptions,
  { kind, target, reason, by }: { kind: TargetKind; target: string; reason: Personal<string>; by: string },
): Promise<boolean> {
  const { database, records, clock } = options
  const at = clock.now()
  const record = newId(at)
  const seal = await sealerOf(options, record)
  const subject = kind === 'account' ? await options.subjectOf(target) : null
  const row = {
    ...{ record_id: record, target_kind: kind, target, placed_by: by, placed_at: at, ended_at: null },
    reason: seal('suspension', 'reason', reason),
  }
  return untilRefused(() =>
    database.transaction(async (transaction) => {
      await records.open(transaction, { id: record, kind: suspensionRecord, subject, at })
      if (!(await suspensionStore(transaction).add(row))) throw new Refused()
    }),
  )
}

async function addAppeal(
  options: SuspensionOptions,
  { kind, target, text, by }: { kind: TargetKind; target: string; text: Personal<string>; by: string },
): Promise<boolean> {
  const { database, clock } = options
  const found = await suspensionStore(database).standing(kind, target)
  if (found === undefined) return false
  const at = clock.now()
  const seal = await sealerOf(options, found.record_id)
  const sealed = seal('suspension_appeal', 'text', text)
  const undecided = { outcome: null, answer: null, decided_by: null, decided_at: null }
  const row = { id: newId(at), record_id: found.record_id, made_by: by, text: sealed, made_at: at, ...undecided }
  return appealStore(database).add(row)
}

async function decide(
  options: SuspensionOptions,
  record: string,
  {
    outcome,
    answer,
    by,
    others,
  }: { outcome: 'granted' | 'refused'; answer: Personal<string>; by: string; others: boolean },
): Promise<'decided' | 'gone' | 'not-yours'> {
  const { database, records, clock } = options
  const store = suspensionStore(database)
  const suspension = await store.get(record)
  const waiting = (await appealStore(database).ofSuspension(record)).find(({ decided_at }) => decided_at === null)
  if (suspension === undefined || waiting === undefined) return 'gone'
  if (others && suspension.placed_by === by) return 'not-yours'
  const seal = await sealerOf(options, record)
  const at = clock.now()
  const decision = { outcome, answer: seal('suspension_appeal', 'answer', answer), decided_by: by, decided_at: at }
  const done = await database.transaction(async (transaction) => {
    if (!(await appealStore(transaction).decide(waiting.id, decision))) return false
    if (outcome === 'granted' && (await suspensionStore(transaction).end(record, at)))
      await records.note(transaction, record, ended, at)
    return true
  })
  return done ? 'decided' : 'gone'
}

async function sealerOf({ seals }: SuspensionOptions, record: string) {
  const sealer = await seals.forSealing([record], [category])
  return (table: string, column: string, text: Personal<string>) =>
    sealer.seal({ table, column, record, category }, reveal(text))
}

async function open(
  { seals }: SuspensionOptions,
  suspension: Suspension,
  appeals: readonly Appeal[],
): Promise<OpenedSuspension> {
  const record = suspension.record_id
  const opener = await seals.forOpening([record], [category])
  const opened = (table: string, column: string, value: Sealed<typeof category> | null) =>
    value === null ? null : opener.open({ table, column, record, category }, value)
  return {
    ...suspension,
    reason: opened('suspension', 'reason', suspension.reason),
    appeals: appeals.map((one) => ({
      ...one,
      text: opened('suspension_appeal', 'text', one.text),
      answer: opened('suspension_appeal', 'answer', one.answer),
    })),
  }
}

/** What undoes a transaction, told as `false`. */
class Refused extends Error {}

async function untilRefused(run: () => Promise<void>): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
