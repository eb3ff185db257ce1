import type pg from 'pg'
import { sqlStateOf } from './statements/database-error.ts'
import type { Channel, OpenTransaction, Statement, StatementResult } from './statements/channel.ts'
import { isAllowed, refusedState } from './statements/gate.ts'

/** Connections of a login that has no rights by itself, each transaction as the role of a purpose. */
export class ServerChannel implements Channel {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** All of it is sent at once: one way to the server and back. */
  async once(role: string, statement: Statement): Promise<StatementResult> {
    refuseOther(statement)
    const client = await this.#pool.connect()
    const [begun, done, ended] = await Promise.allSettled([
      client.query(`begin; set local role ${quoted(role)}`),
      client.query<Row>(extended(statement)),
      client.query('commit'),
    ])
    const failed = [begun, done, ended].find((step) => step.status === 'rejected')
    client.release(isLost(failed?.reason))
    if (failed !== undefined) throw failed.reason
    return done.status === 'fulfilled' ? done.value : Promise.reject(done.reason)
  }

  async begin(): Promise<OpenTransaction> {
    const client = await this.#pool.connect()
    try {
      await client.query('begin')
    } catch (error) {
      client.release(true)
      throw error
    }
    return new ServerTransaction(client)
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

class ServerTransaction implements OpenTransaction {
  readonly #client: pg.PoolClient
  #role: string | null = null

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async run(role: string, statement: Statement): Promise<StatementResult> {
    refuseOther(statement)
    if (role === this.#role) return this.#client.query<Row>(extended(statement))
    const [, result] = await Promise.all([
      this.#client.query(`set local role ${quoted(role)}`),
      this.#client.query<Row>(extended(statement)),
    ])
    this.#role = role
    return result
  }

  async commit(): Promise<boolean> {
    try {
      const { command } = await this.#client.query('commit')
      this.#client.release()
      return command !== 'ROLLBACK'
    } catch (error) {
      this.#client.release(isLost(error))
      throw error
    }
  }

  // A connection that can't undo is thrown away, and its transaction with it.
  async rollback(): Promise<void> {
    const undone = await this.#client.query('rollback').then(
      () => true,
      () => false,
    )
    this.#client.release(!undone)
  }
}

type Row = Record<string, unknown>

/** By the extended protocol, which takes one statement at a time (PostgreSQL §53.2.3). */
function extended({ sql, parameters }: Statement): pg.QueryConfig & { queryMode: 'extended' } {
  return { text: sql, values: [...parameters], queryMode: 'extended' }
}

function refuseOther({ sql }: Statement): void {
  if (!isAllowed(sql))
    throw Object.assign(new Error('The statement does more than read and write rows.'), { code: refusedState })
}

function isLost(error: unknown): boolean {
  return error !== undefined && sqlStateOf(error) === null
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
