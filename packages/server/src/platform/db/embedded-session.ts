import { types, type PGlite, type Results } from '@electric-sql/pglite'
import type { WorkerResult, WorkerTask } from './embedded-protocol.ts'
import type { Statement } from './statements/channel.ts'
import { isAllowed, refusedState } from './statements/gate.ts'

/** A date is text, as it is on a server (server-pool.ts): a moment would move with the time zone. */
export const valueParsers = { [types.DATE]: (text: string) => text }

/**
 * The one session of the embedded database. PGlite's connection is a superuser's, and `set session authorization` could
 * make it that again; so after `hand-over` the session itself takes nothing but statements that read and write rows, one
 * at a time, as the role that is named.
 */
export class EmbeddedSession {
  readonly #database: PGlite
  #isOwners = true

  constructor(database: PGlite) {
    this.#database = database
  }

  /** @throws Error with a SQLSTATE as its code */
  async run(task: WorkerTask): Promise<WorkerResult> {
    switch (task.kind) {
      case 'owner':
        return this.#isOwners ? lastOf(await this.#asOwner(task.statement)) : refuse('The owner has left.')
      case 'hand-over':
        return this.#isOwners ? this.#handOver(task.login) : refuse('The owner has left.')
      case 'once':
        return this.#once(task.role, task.statement)
      case 'within':
        return this.#within(task.role, task.statement)
      case 'begin':
      case 'commit':
      case 'rollback':
        return this.#control(task.kind)
    }
  }

  // As PostgreSQL's own protocols do: without parameters, several statements may stand in one text.
  async #asOwner({ sql, parameters }: Statement): Promise<Results<unknown>[]> {
    return parameters.length > 0
      ? [await this.#database.query<unknown>(sql, [...parameters])]
      : this.#database.exec(sql)
  }

  async #handOver(login: string): Promise<WorkerResult> {
    await this.#database.exec(`set session authorization ${quoted(login)}`)
    this.#isOwners = false
    return nothing
  }

  async #once(role: string, statement: Statement): Promise<WorkerResult> {
    this.#refuseOther(statement)
    await this.#database.exec(`begin; set local role ${quoted(role)}`).catch((error: unknown) => this.#undo(error))
    const result = await this.#ask(statement).catch((error: unknown) => this.#undo(error))
    await this.#control('commit')
    return result
  }

  async #within(role: string, statement: Statement): Promise<WorkerResult> {
    this.#refuseOther(statement)
    await this.#database.exec(`set local role ${quoted(role)}`)
    return this.#ask(statement)
  }

  async #undo(error: unknown): Promise<never> {
    await this.#control('rollback')
    throw error
  }

  async #ask({ sql, parameters }: Statement): Promise<WorkerResult> {
    return lastOf([await this.#database.query<unknown>(sql, [...parameters])])
  }

  #refuseOther({ sql }: Statement): void {
    if (this.#isOwners) refuse('The owner is still here.')
    if (!isAllowed(sql)) refuse('The statement does more than read and write rows.')
  }

  async #control(kind: 'begin' | 'commit' | 'rollback'): Promise<WorkerResult> {
    return lastOf(await this.#database.exec(kind))
  }
}

const nothing: WorkerResult = { command: 'SET', rowCount: null, rows: [] }

function lastOf(results: Results<unknown>[]): WorkerResult {
  const last = results.at(-1)
  return { command: last?.command ?? 'SELECT', rowCount: last?.rowCount ?? 0, rows: last?.rows ?? [] }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function refuse(message: string): never {
  throw Object.assign(new Error(message), { code: refusedState })
}
