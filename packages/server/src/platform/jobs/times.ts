import { defaultRetry, type JobDeclaration, type QueuedJob, type ScheduledJob } from './catalogue.ts'

/** Whether a job is given up where this attempt, counted from 1, fails. What is on a schedule never is. */
export function isLast(job: JobDeclaration, attempt: number): boolean {
  return 'about' in job && attempt >= retryOf(job).attempts
}

/** When a job is tried again that failed now, in this attempt: doubling pauses, or its next time where that is sooner. */
export function nextAttempt(job: JobDeclaration, attempt: number, now: Date): Date {
  const { firstSeconds, mostSeconds } = 'about' in job ? retryOf(job) : defaultRetry
  const seconds = Math.min(firstSeconds * 2 ** (attempt - 1), mostSeconds)
  const soonest = 'about' in job ? seconds : Math.min(seconds, job.everyMinutes * 60)
  return new Date(now.getTime() + soonest * 1_000)
}

/** When a scheduled job that is done now comes back. */
export function nextOccurrence({ everyMinutes }: ScheduledJob, now: Date): Date {
  return new Date(now.getTime() + everyMinutes * 60_000)
}

function retryOf({ retry = defaultRetry }: QueuedJob) {
  return retry
}
