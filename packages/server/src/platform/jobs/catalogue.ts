import { z } from 'zod'
import type { JobDatabase } from './job-database.ts'

interface Declared {
  /** What for it reads and writes: purposes of the policy. It is given no other. */
  readonly purposes: readonly [string, ...string[]]
  /** Codes of the errors that it may end with, beyond `job.failed` and `job.crashed`. */
  readonly errors?: readonly string[]
}

/** A job that is asked for, about one row. */
export interface QueuedJob extends Declared {
  /** What the id names, such as `mail`. Whatever else the job needs stands in that row. */
  readonly about: string
  readonly retry?: Retry
}

/** A job that comes back by itself: at the first start, then so often. What was missed meanwhile is done once. */
export interface ScheduledJob extends Declared {
  readonly everyMinutes: number
}

/** How often a job is begun before it is given up; the pauses between double, from the first to the longest. */
export interface Retry {
  readonly attempts: number
  readonly firstSeconds: number
  readonly mostSeconds: number
}

export type JobDeclaration = QueuedJob | ScheduledJob
export type JobCatalogue = Readonly<Record<string, JobDeclaration>>

/** Names of the jobs that are asked for. */
export type QueuedName<Jobs extends JobCatalogue> = {
  [Name in keyof Jobs]: Jobs[Name] extends QueuedJob ? Name : never
}[keyof Jobs] &
  string

/** What a handler is told. It may be called again for what it did already, so it has to be idempotent. */
export interface JobRun<Job extends JobDeclaration, Tables> {
  readonly about: Job extends QueuedJob ? string : null
  /** Counted from 1. */
  readonly attempt: number
  /** Whether the job is given up if this attempt fails. */
  readonly last: boolean
  /** Aborted when the server stops, and when somebody else has taken the job over. */
  readonly signal: AbortSignal
  /** The database, for the purposes that the job declares. */
  readonly database: JobDatabase<Tables>
}

/** What does each job; leaving one out, and one too many, fail to compile. */
export type JobHandlers<Jobs extends JobCatalogue, Tables> = {
  readonly [Name in keyof Jobs]: (run: JobRun<Jobs[Name], Tables>) => Promise<void>
}

export const defaultRetry: Retry = { attempts: 10, firstSeconds: 30, mostSeconds: 3_600 }

/** Names and error codes, as the database checks them too. */
export const codePattern = /^[a-z][a-z0-9.-]{0,63}$/

/** The one thing that a job may carry: a UUID (RFC 9562). An e-mail address or a sentence is none. */
export const jobId = z.uuid()

/** Declares jobs; what isn't in the catalogue can't be asked for and is never run. @throws TypeError where one can't be. */
export function defineJobs<const Jobs extends JobCatalogue>(jobs: Jobs): Jobs {
  for (const [name, job] of Object.entries<JobDeclaration>(jobs)) {
    const wrong = [name, ...(job.errors ?? [])].find((code) => !codePattern.test(code))
    if (wrong !== undefined) throw new TypeError(`“${wrong}” is no name of a job or an error.`)
    if ('everyMinutes' in job && !(job.everyMinutes >= 1)) throw new TypeError(`${name} comes back too often.`)
  }
  return jobs
}
