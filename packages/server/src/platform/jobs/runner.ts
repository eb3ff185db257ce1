import type { Clock } from '../clock.ts'
import type { Purposes } from '../db/db.ts'
import { newId } from '../ids.ts'
import { errorFields, type Log } from '../log.ts'
import { attemptJob, leaseMs } from './attempt.ts'
import type { JobCatalogue, JobDeclaration, JobHandlers, JobRun } from './catalogue.ts'
import { jobPurpose, type JobDatabase } from './job-database.ts'
import { jobStore, type JobStore, type TakenJob } from './store.ts'
import type { JobTables } from './tables.ts'

export interface RunnerOptions<Jobs extends JobCatalogue, Tables> {
  database: Purposes<JobTables> & JobDatabase<Tables>
  jobs: Jobs
  handlers: JobHandlers<Jobs, Tables>
  clock: Clock
  log: Log
}

const lookEveryMs = 1_000
const atOnce = 4
/** Of one name: the last place is kept for others, so that a mail server that hangs doesn't hold up deletion. */
const atOnceOfOne = 3

/**
 * Runs the jobs of a catalogue, at most four at a time and three of one name. Several runners, in as many processes, share what is due; each
 * job is with one of them at a time. What fails is tried again, and so is what ends its process.
 */
export class JobRunner<Jobs extends JobCatalogue, Tables> {
  readonly #options: RunnerOptions<Jobs, Tables>
  readonly #store: JobStore
  /** The runs, each with the job's name. */
  readonly #running = new Map<Promise<void>, string>()
  readonly #stop = new AbortController()
  #wake: () => void = () => {}
  #dispatching: Promise<void> = Promise.resolve()

  constructor(options: RunnerOptions<Jobs, Tables>) {
    this.#options = options
    this.#store = jobStore(options.database.for(jobPurpose))
  }

  /** Puts jobs on their schedules, and runs whatever is due from now on. */
  async start(): Promise<void> {
    await this.#schedule()
    this.#dispatching = this.#dispatch()
  }

  /** Takes no more jobs, tells the running ones to end, and waits for them, at most so many milliseconds. */
  async stop(withinMs: number): Promise<void> {
    this.#stop.abort()
    this.#wake()
    const late = Promise.withResolvers<void>()
    const stopWaiting = this.#options.clock.after(withinMs, late.resolve)
    await Promise.race([this.#dispatching.then(() => Promise.all(this.#running.keys())), late.promise])
    stopWaiting()
  }

  /** Runs what is due now, and what becomes due meanwhile, one after another. */
  async runDue(): Promise<void> {
    await this.#schedule()
    for (let job = await this.#take(); job !== null; job = await this.#take()) await this.#run(job)
  }

  async #schedule(): Promise<void> {
    const { jobs, clock } = this.#options
    for (const [name, job] of Object.entries<JobDeclaration>(jobs)) {
      if ('everyMinutes' in job)
        await this.#store.ensure({ id: newId(clock.now()), name, about: null, dueAt: clock.now() })
    }
  }

  async #dispatch(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const job = this.#running.size < atOnce ? await this.#take().catch((error: unknown) => this.#missed(error)) : null
      if (job === null) await this.#pause()
      else this.#begin(job)
    }
  }

  #begin(job: TakenJob): void {
    const run = this.#run(job)
      .catch((error: unknown) => void this.#missed(error))
      .finally(() => {
        this.#running.delete(run)
        this.#wake()
      })
    this.#running.set(run, job.name)
  }

  /** Until the next look, the end of a job, or the stop. */
  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(lookEveryMs, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
      if (this.#stop.signal.aborted) this.#wake()
    })
  }

  async #take(): Promise<TakenJob | null> {
    const { jobs, clock } = this.#options
    const now = clock.now()
    const running = [...this.#running.values()]
    const names = Object.keys(jobs).filter((name) => running.filter((one) => one === name).length < atOnceOfOne)
    return names.length === 0 ? null : this.#store.take(names, newId(now), now, new Date(now.getTime() + leaseMs))
  }

  async #run(job: TakenJob): Promise<void> {
    const { jobs, handlers, database, clock, log } = this.#options
    const declaration = jobs[job.name]
    // The catalogue's types say which handler gets an id and which gets none; here both are the same.
    const handler: ((run: JobRun<JobDeclaration, Tables>) => Promise<void>) | undefined = handlers[job.name]
    if (declaration === undefined || handler === undefined) return
    await attemptJob(job, {
      declaration,
      handler,
      database,
      store: this.#store,
      clock,
      log,
      stopping: this.#stop.signal,
    })
  }

  // The database may be away for a while. What was taken comes back when its lease ends.
  #missed(error: unknown): null {
    this.#options.log.error('job.database-failed', errorFields(error))
    return null
  }
}
