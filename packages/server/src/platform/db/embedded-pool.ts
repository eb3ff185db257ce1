import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { WorkerResult, WorkerTask } from './embedded-protocol.ts'
import type { Channel, OpenTransaction, Statement, StatementResult } from './statements/channel.ts'

/** What does the tasks: the database's thread. */
interface Tasks {
  run(task: WorkerTask): Promise<WorkerResult>
  close(): Promise<void>
}

/**
 * The embedded database as a pool of one connection, so that the same code drives it and a server: who wants to speak
 * waits for their turn, and a transaction keeps it until its end. As a pool it is its owner's; `handOver` ends that.
 */
export class EmbeddedPool implements PostgresPool {
  readonly options = {}
  readonly #thread: Tasks
  #free: Promise<void> = Promise.resolve()

  constructor(thread: Tasks) {
    this.#thread = thread
  }

  async connect(): Promise<PostgresPoolClient> {
    return new OwnersTurn(this.#thread, await this.turn())
  }

  /** Makes the session a login's that has no rights by itself, until the thread ends. */
  async handOver(login: string): Promise<Channel> {
    const release = await this.turn()
    try {
      await this.#thread.run({ kind: 'hand-over', login })
    } finally {
      release()
    }
    return new EmbeddedChannel(this, this.#thread)
  }

  /** Resolves when nobody else speaks; call what it resolves with when you have spoken. */
  async turn(): Promise<() => void> {
    const before = this.#free
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#free = promise
    await before
    return resolve
  }

  async end(): Promise<void> {
    await this.#free
    await this.#thread.close()
  }
}

class OwnersTurn implements PostgresPoolClient {
  readonly release: () => void
  readonly #thread: Tasks

  constructor(thread: Tasks, release: () => void) {
    this.#thread = thread
    this.release = release
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new TypeError('The embedded database has no cursors.')
    return this.#thread.run({ kind: 'owner', statement: { sql, parameters } })
  }
}

class EmbeddedChannel implements Channel {
  readonly #pool: EmbeddedPool
  readonly #thread: Tasks

  constructor(pool: EmbeddedPool, thread: Tasks) {
    this.#pool = pool
    this.#thread = thread
  }

  async once(role: string, statement: Statement): Promise<StatementResult> {
    const release = await this.#pool.turn()
    return this.#thread.run({ kind: 'once', role, statement }).finally(release)
  }

  async begin(): Promise<OpenTransaction> {
    const thread = this.#thread
    const release = await this.#pool.turn()
    try {
      await thread.run({ kind: 'begin' })
    } catch (error) {
      release()
      throw error
    }
    return {
      run: (role, statement) => thread.run({ kind: 'within', role, statement }),
      commit: async () => (await thread.run({ kind: 'commit' }).finally(release)).command !== 'ROLLBACK',
      rollback: async () => {
        // A thread that can't undo has ended, and its transaction with it.
        await Promise.allSettled([thread.run({ kind: 'rollback' })])
        release()
      },
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}
