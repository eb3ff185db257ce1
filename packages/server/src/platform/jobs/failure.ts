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

const refusals = {
  'job.undeclared': 'No such job is declared.',
  'job.not-an-id': 'A job carries an id and nothing else.',
  'job.purpose-undeclared': 'The job does not declare this purpose.',
} as const

/** What a job may not do. The message repeats nothing of what was given. */
export class JobRefused extends Error {
  readonly code: keyof typeof refusals

  constructor(code: keyof typeof refusals) {
    super(refusals[code])
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
