import type { PostgresQueryResult } from 'kysely'

/** What the main thread and the database's thread say to each other. */
export interface WorkerData {
  /** Folder of the database; null holds it in memory. */
  folder: string | null
  /** A tar of a database folder to begin with, in place of making one. */
  template: Uint8Array<ArrayBuffer> | null
}

export type WorkerRequest = { id: number; sql: string; parameters: readonly unknown[] } | 'close'

export type WorkerResult = PostgresQueryResult<unknown>

export type WorkerAnswer =
  | 'ready'
  | { id: number; result: WorkerResult }
  /** `code` is a SQLSTATE (PostgreSQL, appendix A). The error's detail is left behind: it quotes values. */
  | { id: number; error: { message: string; code: string } }
