import type { Clock } from '../clock.ts'
import { builtInPurposes } from '../db/access/plan.ts'
import type { Purposes } from '../db/db.ts'
import type { PlatformTables } from '../db/tables.ts'
import type { JobRun } from '../jobs/catalogue.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { JobTables } from '../jobs/tables.ts'
import type { mailJobs } from './jobs.ts'
import type { Outbox } from './outbox.ts'
import { existingRecords, waitingMailStore } from './store.ts'
import { mailPurpose, type MailTables } from './tables.ts'

export interface SweepingOptions {
  readonly jobs: JobQueue<'mail.send'>
  readonly outbox: Outbox
  readonly clock: Clock
  /** The time before which mail that still waits is given up: the policy’s end for mail on its way. */
  expireBefore(now: Date): Date
}

const minuteMs = 60_000
/** How long a mail waits before it is looked whether its job is there. */
const patienceMs = 10 * minuteMs
const atOnce = 1_000
/** How long files lie in the outbox, which is for trying Samtale out. */
const outboxMs = 30 * 24 * 60 * minuteMs

/**
 * The job that leaves no mail behind: what waits has a job that sends it, also where its record was restricted when that
 * ran; what waits too long is given up; the outbox has no mail of records that are gone, and none that is old.
 */
export function createSweepMail({ jobs, outbox, clock, expireBefore }: SweepingOptions) {
  return async ({
    database,
  }: JobRun<(typeof mailJobs)['mail.sweep'], MailTables & JobTables & Pick<PlatformTables, 'record'>>) => {
    const now = clock.now()
    const store = waitingMailStore(database.for(mailPurpose))
    await store.expire(expireBefore(now), now)
    for (const id of await store.waitingSince(new Date(now.getTime() - patienceMs), atOnce))
      await jobs.ensure(database, 'mail.send', id)
    await sweepOutbox(outbox, database, now)
  }
}

/** Deletes files of the outbox whose record is gone, and old ones. */
export async function sweepOutbox(
  outbox: Outbox,
  database: Purposes<Pick<PlatformTables, 'record'>>,
  now: Date,
): Promise<void> {
  const files = await outbox.list()
  const records = new Set(files.map(({ record }) => record))
  const existing = await existingRecords(database.for(builtInPurposes.storage), [...records])
  const oldest = now.getTime() - outboxMs
  const stale = files.filter(({ record, queuedAt }) => !existing.has(record) || queuedAt.getTime() < oldest)
  // By name: what came meanwhile stays.
  const names = new Set(stale.map(({ name }) => name))
  await outbox.remove(({ name }) => names.has(name))
}
