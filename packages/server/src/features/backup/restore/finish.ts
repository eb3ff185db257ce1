import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { waitingMailStore } from '../../../platform/mail/store.ts'
import { mailPurpose, type MailTables } from '../../../platform/mail/tables.ts'
import { SealError } from '../../../platform/seals/seal-error.ts'
import type { Seals } from '../../../platform/seals/seals.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import type { LedgerTables } from '../../ledger/index.ts'
import type { Records } from '../../records/index.ts'
import { openOutboxPart } from '../outbox-part.ts'
import { newestLedger } from './find-ledger.ts'
import { outboxOfBackup, readMark, removeMark, type RestoreMark } from './mark.ts'

/** How the ledger of this start came about: replayed from its newest copy, or taken as the backup had it. */
export type LedgerState = 'replayed' | 'accepted-as-is'

/**
 * What a start asks first: whether a restore was cut short, and whether there is a copy of the ledger that reaches as far
 * as the restored database, so that everything that was erased since is known.
 * @throws StartupError `restore.unfinished`, `restore.ledger-missing`
 */
export async function refuseUnready({ dataDir, ledgerFile }: { dataDir: string; ledgerFile: string }): Promise<void> {
  const mark = readMark(dataDir)
  if (mark === null) return
  if (mark.state === 'begun')
    throw new StartupError('restore.unfinished', 'A restore was cut short, and what is in place may be half of it.')
  if (!mark.acceptsLedger && (await newestLedger(mark.ledger, ledgerFile, null)) === null)
    throw new StartupError('restore.ledger-missing', `No copy of the ledger reaches to the backup of ${mark.takenAt}.`)
}

export interface FinishOptions {
  readonly dataDir: string
  readonly database: Pick<Database<MailTables & LedgerTables>, 'for' | 'transaction'>
  /** Open, and so caught up with the ledger. */
  readonly records: Pick<Records, 'ledger' | 'follow' | 'existing' | 'destroyAgain'>
  readonly seals: Pick<Seals, 'open' | 'sweepOrphans'>
  readonly outboxFolder: string
  readonly clock: Pick<Clock, 'now'>
}

/** What a start does when the records have caught up after a restore. Cut short, the next start does it again. */
export async function finishRestore(options: FinishOptions): Promise<LedgerState> {
  const { dataDir, database, records, clock } = options
  const mark = readMark(dataDir)
  if (mark === null) return 'replayed'
  if (mark.keysRestored) await destroyAgain(options)
  await giveUpMail(options, mark)
  await openOutbox(options)
  const state = mark.acceptsLedger ? 'accepted-as-is' : 'replayed'
  await database.transaction((transaction) =>
    records.ledger.append(transaction, [
      { kind: 'restored', at: clock.now(), about: 'installation', facts: { backup: mark.takenAt, outcome: state } },
    ]),
  )
  await records.follow()
  removeMark(dataDir)
  return state
}

/** Keys that came back with their backup, of what is gone. */
async function destroyAgain({ records, seals }: FinishOptions): Promise<void> {
  await records.destroyAgain()
  await seals.sweepOrphans(records.existing).catch((error: unknown) => {
    // The job of every hour sees the same, and tells it until somebody has looked.
    if (!(error instanceof SealError)) throw error
  })
}

/**
 * Mail that waited when the backup was made has left since, or nobody knows: sent again, it would reach people twice, and
 * some who have asked for no more.
 */
async function giveUpMail({ database, clock }: FinishOptions, { placedAt }: RestoreMark): Promise<void> {
  await waitingMailStore(database.for(mailPurpose)).expire(new Date(placedAt), clock.now())
}

async function openOutbox({ dataDir, seals, outboxFolder, records }: FinishOptions): Promise<void> {
  const part = outboxOfBackup(dataDir)
  if (!existsSync(part)) return
  await mkdir(outboxFolder, { recursive: true, mode: 0o700 })
  for await (const { name, record, content } of openOutboxPart(readFileSync(part, 'utf8'), seals)) {
    const file = path.join(outboxFolder, path.basename(name))
    if (existsSync(file) || (await records.existing([record])).length === 0) continue
    await writeFile(file, content, { mode: 0o600 })
  }
}
