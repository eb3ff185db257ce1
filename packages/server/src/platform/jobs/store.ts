import type { Selectable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { JobRow, JobTables } from './tables.ts'

/** A job that somebody works on. */
export interface TakenJob extends Pick<Selectable<JobRow>, 'id' | 'name' | 'about' | 'attempts' | 'asked'> {
  lease: string
}

/**
 * The table of jobs. Times come from the caller's clock, so that tests can move it; the nodes of an installation have to
 * agree on the time within the length of a lease.
 */
export function jobStore(db: Db<JobTables>) {
  return { ...asking(db), ...working(db), ...ending(db) }
}

export type JobStore = ReturnType<typeof jobStore>

const free = { lease: null, leased_until: null }
const fresh = { attempts: 0, asked: 1, error_code: null, given_up_at: null, ...free }

function asking(db: Db<JobTables>) {
  return {
    /** Asks for a job. One that waits stays one; one that is being done is done once more after that. */
    ask: async (job: { id: string; name: string; about: string; dueAt: Date }): Promise<void> => {
      await db
        .insertInto('job')
        .values({ id: job.id, name: job.name, about: job.about, due_at: job.dueAt, ...fresh })
        .onConflict((conflict) =>
          conflict.columns(['name', 'about']).doUpdateSet(({ eb, ref, fn }) => ({
            due_at: fn<Date>('least', [ref('job.due_at'), ref('excluded.due_at')]),
            asked: eb('job.asked', '+', 1),
            attempts: 0,
            error_code: null,
            given_up_at: null,
          })),
        )
        .execute()
    },

    /** Asks for a job unless it is there, whatever has become of it; one on a schedule is about nothing. */
    ensure: async (job: { id: string; name: string; about: string | null; dueAt: Date }): Promise<void> => {
      await db
        .insertInto('job')
        .values({ id: job.id, name: job.name, about: job.about, due_at: job.dueAt, ...fresh })
        .onConflict((conflict) => conflict.columns(['name', 'about']).doNothing())
        .execute()
    },
  }
}

function working(db: Db<JobTables>) {
  return {
    /** Takes the job that waits longest, of those named, for oneself alone; null where none is due. */
    take: async (names: readonly string[], lease: string, now: Date, until: Date): Promise<TakenJob | null> => {
      const taken = await db
        .updateTable('job')
        .set((eb) => ({ lease, leased_until: until, due_at: null, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', ({ selectFrom, fn }) =>
          selectFrom('job')
            .select('id')
            .where(fn.coalesce('leased_until', 'due_at'), '<=', now)
            .where('name', 'in', names)
            .orderBy(fn.coalesce('leased_until', 'due_at'))
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'name', 'about', 'attempts', 'asked'])
        .executeTakeFirst()
      return taken === undefined ? null : { ...taken, lease }
    },

    /** Keeps a job for longer. False where it is no longer held. */
    keep: async (job: TakenJob, until: Date): Promise<boolean> => {
      const kept = await held(db, job).set({ leased_until: until }).executeTakeFirst()
      return kept.numUpdatedRows === 1n
    },
  }
}

function ending(db: Db<JobTables>) {
  /** Ends a run with `outcome`, unless the job was asked for again meanwhile: then it is only let go. */
  const end = async (job: TakenJob, outcome: Partial<Selectable<JobRow>>): Promise<void> => {
    const ended = await held(db, job)
      .where('asked', '=', job.asked)
      .set({ ...free, ...outcome })
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) await held(db, job).set(free).execute()
  }
  return {
    /** It is done, and gone unless it was asked for again meanwhile. */
    done: async (job: TakenJob): Promise<void> => {
      const gone = await db
        .deleteFrom('job')
        .where('id', '=', job.id)
        .where('lease', '=', job.lease)
        .where('asked', '=', job.asked)
        .executeTakeFirst()
      if (gone.numDeletedRows === 0n) await held(db, job).set(free).execute()
    },

    /** It is done until its next time. */
    comeBack: (job: TakenJob, dueAt: Date): Promise<void> => end(job, { due_at: dueAt, attempts: 0, error_code: null }),

    /** It failed, and is tried again. */
    tryAgain: (job: TakenJob, code: string, dueAt: Date): Promise<void> =>
      end(job, { due_at: dueAt, error_code: code }),

    /** It was cut short: it is due, and this attempt doesn't count. */
    letGo: (job: TakenJob, now: Date): Promise<void> => end(job, { due_at: now, attempts: job.attempts - 1 }),

    /** It failed for good. */
    giveUp: (job: TakenJob, code: string, now: Date): Promise<void> => end(job, { error_code: code, given_up_at: now }),

    /** Forgets what was given up before a time. */
    forget: async (before: Date): Promise<void> => {
      await db.deleteFrom('job').where('given_up_at', '<', before).execute()
    },
  }
}

function held(db: Db<JobTables>, { id, lease }: TakenJob) {
  return db.updateTable('job').where('id', '=', id).where('lease', '=', lease)
}
