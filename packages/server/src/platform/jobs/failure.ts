import { codePattern, type JobDeclaration } from './catalogue.ts'

/** How a job ends in vain. Only the code is kept; the job's declaration lists it. */
export class JobFailure extends Error {
  readonly code: string
  /** Whether trying again could help. */
  readonly retry: boolean

  constructor(code: string, { retry }: { retry: boolean }) {
    super(code)
    this.name = 'JobFailure'
    this.code = code
    this.retry = retry
  }
}

/** Why a job could not be asked for. The message repeats nothing of what was given. */
export class JobRefused extends Error {
  readonly code: 'job.undeclared' | 'job.not-an-id'

  constructor(code: JobRefused['code']) {
    super(code === 'job.undeclared' ? 'No such job is declared.' : 'A job carries an id and nothing else.')
    this.name = 'JobRefused'
    this.code = code
  }
}

/** What is kept of an error: its code where the job declares it, else `job.failed`. Texts of errors carry values. */
export function failureOf(error: unknown, { errors = [] }: JobDeclaration): { code: string; retry: boolean } {
  if (!(error instanceof JobFailure)) return { code: 'job.failed', retry: true }
  const declared = errors.includes(error.code) && codePattern.test(error.code)
  return { code: declared ? error.code : 'job.failed', retry: error.retry }
}
