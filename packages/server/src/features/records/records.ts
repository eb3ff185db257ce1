import type { GroundPolicy } from '@samtale/policy/grounds'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { createLedger, openLedgerFile, type LedgerTables } from '../ledger/index.ts'
import { createApply, type ApplyOptions } from './apply.ts'
import { createFacts, storagePurpose } from './facts.ts'
import { destroyAgain } from './destroy-again.ts'
import { countCells } from './count-cells.ts'
import { createErase } from './erase.ts'
import type { RecordKinds } from './kinds.ts'
import { createLook } from './look.ts'
import { replay } from './replay.ts'
import { existing, policyMarkStore, recordStore, stateOf } from './record-store.ts'
import { createSubjects } from './subjects.ts'
import { supersede } from './supersede.ts'
import type { RecordTables } from './tables.ts'

export interface RecordsOptions extends Pick<ApplyOptions, 'removeFiles' | 'prepareNotices'> {
  database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>
  policy: GroundPolicy
  /** Recognises the policy: after it has changed, every record is looked at again. */
  policyHash: string
  kinds: RecordKinds
  seals: Pick<Seals, 'destroy' | 'destroyRecords' | 'index'>
  /** The copy of the ledger beside the database. */
  ledgerFile: string
  clock: Pick<Clock, 'now'>
}

export type Records = Awaited<ReturnType<typeof openRecords>>

/**
 * The records of an installation: who they are about, what happened to them, what becomes of them. Before anybody is
 * served, a database that is behind the copy of its ledger has caught up with it (it was restored from a backup), and
 * whatever has fallen due meanwhile is gone.
 * @throws StartupError `ledger.damaged`, `ledger.forked`
 */
export async function openRecords(options: RecordsOptions) {
  const { database, policy, kinds, seals, clock } = options
  const ledger = createLedger(seals)
  const file = openLedgerFile(options.ledgerFile, ledger, database)
  const facts = createFacts({ ledger, kinds, clock })
  const look = createLook({ database, policy, kinds })
  const apply = createApply({ ...options, ledger, facts })
  await replay({ database, ledger, clock }, await file.ahead())
  await lookAgainUnder(options)
  await apply.due()
  await file.follow()
  return {
    ledger,
    facts,
    apply,
    subjects: createSubjects({ clock }),
    look,
    /** Counts what is kept of records. */
    count: (those: Parameters<typeof countCells>[2]) => countCells(database.for(storagePurpose), kinds, those),
    /** Erases a person's records, or one. */
    erase: createErase({ database, kinds, ledger, facts, apply, look, follow: file.follow, clock }),
    /** Since a time a question is another one: what was said yes to before counts no longer. */
    supersede: (question: string, since: Date) => supersede({ database, facts }, question, since),
    /** Which of these records there are, restricted ones too. */
    existing: (records: readonly string[]) => existing(database.for(storagePurpose), records),
    /** Whether a record is in use or restricted; null once it is gone. */
    stateOf: (record: string) => stateOf(database.for(storagePurpose), record),
    /** Destroys once more the keys of what is gone: after a backup of the keys was put in place. */
    destroyAgain: () => destroyAgain(database.for(storagePurpose), seals),
    /** Brings the copy of the ledger up to date. */
    follow: file.follow,
  }
}

async function lookAgainUnder({ database, policyHash, clock }: RecordsOptions): Promise<void> {
  await database.transaction(async (transaction) => {
    const mark = policyMarkStore(transaction.for(storagePurpose))
    if ((await mark.hash()) === policyHash) return
    await recordStore(transaction.for(storagePurpose)).checkAllAt(clock.now())
    await mark.mark(policyHash)
  })
}
