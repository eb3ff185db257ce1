import type { GroundPolicy } from '@samtale/policy/grounds'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { KeyName } from '../../platform/seals/sealed.ts'
import type { Ledger, LedgerTables } from '../ledger/index.ts'
import { storagePurpose, type Facts } from './facts.ts'
import { destroyKeys, finishRecords } from './finish.ts'
import { dueMails, promisesNotices, type DueMail, type QueueNotice } from './due-mails.ts'
import { judge } from './judge.ts'
import { createLook } from './look.ts'
import type { RecordKinds } from './kinds.ts'
import { recordStore, takeTheseDue, type StoredRecord } from './record-store.ts'
import type { RecordTables } from './tables.ts'

export interface ApplyOptions {
  database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>
  policy: GroundPolicy
  kinds: RecordKinds
  seals: Pick<Seals, 'destroy' | 'destroyRecords'>
  /** Removes files of these categories of these records, as often as it is asked. */
  removeFiles: (gone: readonly KeyName[]) => Promise<void>
  /** Writes mails that have to come before something goes, before the transaction that queues them. */
  prepareNotices: (due: readonly DueMail[]) => Promise<QueueNotice>
  ledger: Ledger
  facts: Facts
  clock: Pick<Clock, 'now'>
}

/** What a look at some records came to. */
export interface Applied {
  readonly looked: number
  /** Categories of records that went. */
  readonly gone: number
}

export type Apply = ReturnType<typeof createApply>

const batchSize = 100

/**
 * Recomputes what becomes of records that are due, and applies it; whatever asked for it, this is the only way on which
 * anything is deleted. A batch goes in three steps. One transaction deletes rows and clears cells, and writes down what is
 * gone; then keys are destroyed and files removed; another transaction enters that in the ledger, and deletes the records
 * of which nothing is left. A record stays due until that, and each step does nothing that is done already: after a crash
 * anywhere between, the next look goes on.
 */
export function createApply(options: ApplyOptions) {
  const { database, clock } = options

  async function batch(take: Take): Promise<Applied> {
    const now = clock.now()
    const queueNotice = await prepared(options, take, now)
    const judged = await database.transaction(async (transaction) => {
      const records = await take(transaction.for(storagePurpose), now)
      return judge({ ...options, queueNotice }, transaction, records, now)
    })
    const unfinished = judged.filter(({ toFinish }) => toFinish.length > 0)
    if (unfinished.length > 0) {
      await destroyKeys(options, unfinished)
      await database.transaction((transaction) => finishRecords(options, transaction, unfinished, now))
    }
    return { looked: judged.length, gone: unfinished.reduce((sum, { toFinish }) => sum + toFinish.length, 0) }
  }

  return {
    /** Looks at what is due, batch by batch, until nothing is or the signal comes. */
    due: async (signal?: AbortSignal): Promise<Applied> => {
      let sum: Applied = { looked: 0, gone: 0 }
      for (;;) {
        const { looked, gone } = await batch((db, now) => recordStore(db).takeDue(now, batchSize))
        sum = { looked: sum.looked + looked, gone: sum.gone + gone }
        if (signal?.aborted === true || (looked < batchSize && gone === 0)) return sum
      }
    },

    /** Looks at these records at once, where they are due. What somebody else looks at just now is left to them. */
    records: (ids: readonly string[]): Promise<void> =>
      inBatches(ids, (these) => batch((db, now) => recordStore(db).takeDue(now, batchSize, these))),

    /** The same, after whoever looks at them just now: when it resolves, what is due of them is done. */
    untilDone: (ids: readonly string[]): Promise<void> =>
      inBatches(ids, (these) => batch((db, now) => takeTheseDue(db, now, these))),
  }
}

/** Mail is written and sealed before the transaction, where nothing but statements is awaited. */
async function prepared(options: ApplyOptions, take: Take, now: Date): Promise<QueueNotice> {
  const { policy, kinds, database, prepareNotices } = options
  if (!promisesNotices(policy)) return async () => null
  const records = await take(database.for(storagePurpose), now)
  const looks = await createLook({ database, policy, kinds }).at(records, now)
  return prepareNotices(looks.flatMap((look) => dueMails(policy, look, now)))
}

type Take = (db: Db<RecordTables>, now: Date) => Promise<StoredRecord[]>

async function inBatches(ids: readonly string[], batch: (these: readonly string[]) => Promise<Applied>): Promise<void> {
  for (let at = 0; at < ids.length; at += batchSize) {
    const these = ids.slice(at, at + batchSize)
    const { gone } = await batch(these)
    if (gone > 0) await batch(these)
  }
}
