import type { RowBindings } from '@samtale/policy'

/** Table `job`: what is to be done, or was given up. What is done is gone. */
export interface JobRow {
  id: string
  name: string
  /** Id of the row that the job is about; null where the job is on a schedule. */
  about: string | null
  /** When it is to be done. Null while it is being done and nobody asked for it again, and where it was given up. */
  due_at: Date | null
  /** How often it was begun since it was last asked for. */
  attempts: number
  /** Grows each time it is asked for, so that a run knows whether it was asked for again meanwhile. */
  asked: number
  /** Who works on it, until when. Somebody who dies keeps it no longer than that. */
  lease: string | null
  leased_until: Date | null
  error_code: string | null
  given_up_at: Date | null
}

export interface JobTables {
  job: JobRow
}

export const jobColumns = {
  id: { nothingPersonal: 'random id of the job' },
  name: { nothingPersonal: 'which of the declared jobs' },
  about: { nothingPersonal: 'random id of the row that the job is about; the type takes nothing else' },
  due_at: { nothingPersonal: 'when the job is to be done' },
  attempts: { nothingPersonal: 'how often it was begun' },
  asked: { nothingPersonal: 'how often it was asked for' },
  lease: { nothingPersonal: 'random id of who works on it' },
  leased_until: { nothingPersonal: 'until when they do' },
  error_code: { nothingPersonal: 'code of the last error, never its text' },
  given_up_at: { nothingPersonal: 'when it was tried for the last time in vain' },
} as const satisfies RowBindings<JobRow>
