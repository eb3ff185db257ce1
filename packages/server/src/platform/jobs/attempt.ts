import type { Clock } from '../clock.ts'
import { errorFields, type Log } from '../log.ts'
import type { JobDeclaration, JobRun } from './catalogue.ts'
import { limitTo, type JobDatabase } from './job-database.ts'
import { failureOf } from './failure.ts'
import type { JobStore, TakenJob } from './store.ts'
import { isLast, nextAttempt, nextOccurrence } from './times.ts'

/** How long a job stays with a node that no longer says that it works on it, in milliseconds. */
export const leaseMs = 60_000

interface Attempt<Tables> {
  declaration: JobDeclaration
  handler: (run: JobRun<JobDeclaration, Tables>) => Promise<void>
  database: JobDatabase<Tables>
  store: JobStore
  clock: Clock
  log: Log
  /** Aborted when the server stops. */
  stopping: AbortSignal
}

type Noted = Omit<Attempt<never>, 'handler' | 'database'>

/** Does a job that was taken, once, and writes down how that ended. @throws Error where the database doesn't answer */
export async function attemptJob<Tables>(job: TakenJob, attempt: Attempt<Tables>): Promise<void> {
  const lost = new AbortController()
  const stopKeeping = keepLease(job, attempt, () => lost.abort())
  const signal = AbortSignal.any([attempt.stopping, lost.signal])
  try {
    const error = await perform(job, attempt, signal)
    await writeDown(job, attempt, error)
  } finally {
    stopKeeping()
  }
}

/** Resolves with null where the job is done, else with what it failed with. */
async function perform<Tables>(
  job: TakenJob,
  { declaration, handler, database }: Attempt<Tables>,
  signal: AbortSignal,
): Promise<Failed | null> {
  const last = isLast(declaration, job.attempts)
  // Begun once more than it may be: it ended its process each time.
  if (isLast(declaration, job.attempts - 1)) return { code: 'job.crashed', retry: false, error: null }
  try {
    await handler({
      about: job.about,
      attempt: job.attempts,
      last,
      signal,
      database: limitTo(declaration.purposes, database),
    })
    return null
  } catch (error) {
    return { ...failureOf(error, declaration), error }
  }
}

interface Failed {
  code: string
  retry: boolean
  error: unknown
}

async function writeDown(job: TakenJob, attempt: Noted, failed: Failed | null): Promise<void> {
  const { declaration, store, clock, log, stopping } = attempt
  const scheduled = 'everyMinutes' in declaration
  if (failed === null)
    return scheduled ? store.comeBack(job, nextOccurrence(declaration, clock.now())) : store.done(job)
  // Cut short by the stop: no failure, and the next to start goes on with it.
  if (stopping.aborted && failed.retry) return store.letGo(job, clock.now())
  const again = scheduled || (failed.retry && !isLast(declaration, job.attempts))
  const of = failed.code === 'job.failed' ? errorFields(failed.error) : {}
  log.warn(again ? 'job.failed' : 'job.given-up', { ...of, job: job.name, code: failed.code, attempt: job.attempts })
  if (again) await store.tryAgain(job, failed.code, nextAttempt(declaration, job.attempts, clock.now()))
  else await store.giveUp(job, failed.code, clock.now())
}

/** Says now and then that the job is still worked on. Calls `onLost` where somebody else has taken it over. */
function keepLease(job: TakenJob, { store, clock, log }: Noted, onLost: () => void): () => void {
  let cancel = () => {}
  const renew = async () => {
    const until = new Date(clock.now().getTime() + leaseMs)
    // Where the database is away, it is tried again; the lease is three times as long as the pause.
    const kept = await store.keep(job, until).catch((error: unknown) => {
      log.error('job.database-failed', errorFields(error))
      return true
    })
    if (kept) cancel = later()
    else onLost()
  }
  let ended = false
  const later = () => (ended ? () => {} : clock.after(leaseMs / 3, () => void renew()))
  cancel = later()
  return () => {
    ended = true
    cancel()
  }
}
