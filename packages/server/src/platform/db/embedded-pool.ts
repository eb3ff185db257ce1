import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { EmbeddedThread } from './embedded-thread.ts'

/**
 * The embedded database as a pool of one connection, so that the same code drives it and a server: who wants to speak
 * waits for their turn, and a transaction keeps it until its end.
 */
export class EmbeddedPool implements PostgresPool {
  readonly options = {}
  readonly #thread: EmbeddedThread
  #free: Promise<void> = Promise.resolve()

  constructor(thread: EmbeddedThread) {
    this.#thread = thread
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#free
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#free = promise
    await before
    return new Turn(this.#thread, resolve)
  }

  async end(): Promise<void> {
    await this.#free
    await this.#thread.close()
  }
}

class Turn implements PostgresPoolClient {
  readonly release: () => void
  readonly #thread: EmbeddedThread

  constructor(thread: EmbeddedThread, release: () => void) {
    this.#thread = thread
    this.release = release
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(statement: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new TypeError('The embedded database has no cursors.')
    return this.#thread.run(statement, parameters)
  }
}
