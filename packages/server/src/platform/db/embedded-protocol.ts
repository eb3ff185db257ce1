import type { Statement, StatementResult } from './statements/channel.ts'

/** What the main thread and the database's thread say to each other. */
export interface WorkerData {
  /** Folder of the database; null holds it in memory. */
  folder: string | null
  /** A tar of a database folder to begin with, in place of making one. */
  template: Uint8Array<ArrayBuffer> | null
}

/**
 * What the thread is asked for. `owner` may do anything, and only until `hand-over`, which makes the session the login's
 * for as long as the thread lives; from then on there are statements of roles, and nothing else.
 */
export type WorkerTask =
  | { kind: 'owner'; statement: Statement }
  | { kind: 'hand-over'; login: string }
  | { kind: 'once'; role: string; statement: Statement }
  | { kind: 'within'; role: string; statement: Statement }
  | { kind: 'begin' | 'commit' | 'rollback' }

export type WorkerRequest = { id: number; task: WorkerTask } | 'close'

export type WorkerResult = StatementResult

/** `code` is a SQLSTATE (PostgreSQL, appendix A). The error's detail is left behind: it quotes values. */
export interface WorkerFailure {
  message: string
  code: string
  constraint: string | null
}

export type WorkerAnswer = 'ready' | { id: number; result: WorkerResult } | { id: number; error: WorkerFailure }
