import type { Clock } from '../clock.ts'
import type { Purposes } from '../db/db.ts'
import type { JobDatabase } from '../jobs/job-database.ts'
import { jobPurpose } from '../jobs/job-database.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { JobTables } from '../jobs/tables.ts'
import { queueStore, triesOf, type StandingMail, type Tries } from './queue-store.ts'
import { mailPurpose, type MailTables } from './tables.ts'

/** A mail on its way: what kind, how it stands, and when what it says is deleted. No address, no words. */
export interface QueuedMail extends StandingMail {
  /** Null where nothing is going to try it. */
  readonly tries: Tries | null
  /** The policy's end: what it says is deleted by then, sent or not. */
  readonly endsAt: Date
}

export interface MailQueuePage {
  readonly mails: readonly QueuedMail[]
  /** What to give as `before` for the next page; null where this is the last. */
  readonly next: string | null
}

/** The way of operators to mail that waits, and to mail that was given up (dead letters). */
export interface MailQueue {
  /** How many wait, and how many were given up and could be tried again. */
  counts(): Promise<{ waiting: number; failed: number }>
  /** Newest first, at most fifty unless told otherwise. `before` is the id of a mail. */
  list(of: { state: 'waiting' | 'failed'; before?: string; most?: number }): Promise<MailQueuePage>
  /** Has it tried at once, however often it was tried before. `gone` where nothing of it is left, or it was sent. */
  retry(id: string): Promise<'waiting' | 'gone'>
  /** Deletes what it says; it is not sent. `gone` where nothing of it is left. */
  giveUp(id: string): Promise<'given-up' | 'gone'>
}

export interface MailQueueOptions {
  readonly database: Purposes<MailTables & JobTables> & JobDatabase<MailTables & JobTables>
  readonly jobs: JobQueue<'mail.send'>
  readonly clock: Clock
  /** The policy's end for mail that was queued at a time, and the time before which mail is past it. */
  readonly end: { after(queuedAt: Date): Date; before(now: Date): Date }
}

export function createMailQueue({ database, jobs, clock, end }: MailQueueOptions): MailQueue {
  const store = () => queueStore(database.for(mailPurpose))
  return {
    counts: () => store().counts(),
    list: async ({ state, before = null, most = 50 }) => {
      const since = end.before(clock.now())
      const found = await store().page({ state, before, since, most: most + 1 })
      const mails = found.slice(0, most)
      const waiting = mails.filter(({ failedAt }) => failedAt === null).map(({ id }) => id)
      const tries = await triesOf(database.for(jobPurpose), waiting)
      return {
        mails: mails.map((mail) => ({ ...mail, tries: tries.get(mail.id) ?? null, endsAt: end.after(mail.queuedAt) })),
        next: found.length > most ? (mails.at(-1)?.id ?? null) : null,
      }
    },
    // In one transaction: a mail that waits has a job, and two who ask at once ask for one.
    retry: (id) =>
      database.transaction(async (transaction) => {
        const state = await queueStore(transaction.for(mailPurpose)).revive(id)
        if (state === 'waiting') await jobs.enqueue(transaction, 'mail.send', id)
        return state
      }),
    giveUp: async (id) => ((await store().clear(id, clock.now())) ? 'given-up' : 'gone'),
  }
}
