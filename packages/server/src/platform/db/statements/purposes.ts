import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db, Purposes } from '../db.ts'
import type { Channel, OpenTransaction, Statement, StatementResult } from './channel.ts'
import { DatabaseError, toDatabaseError } from './database-error.ts'
import { dbOver } from './purpose-kysely.ts'

/** The role of each purpose. */
export type RoleOf = (purpose: string) => string | null

/** The only way to rows: each statement is some purpose's. */
export class PurposeDatabase<Tables> implements Purposes<Tables> {
  readonly #channel: Channel
  readonly #roleOf: RoleOf
  readonly #known = new Map<string, Db<Tables>>()
  readonly #inside = new AsyncLocalStorage<{ isOpen: boolean }>()

  constructor(channel: Channel, roleOf: RoleOf) {
    this.#channel = channel
    this.#roleOf = roleOf
  }

  /** Each statement is a transaction of its own. */
  for(purpose: string): Db<Tables> {
    const known = this.#known.get(purpose)
    if (known !== undefined) return known
    const role = roleFor(purpose, this.#roleOf)
    const db = dbOver<Tables>(async (statement) => {
      this.#refuseInside(purpose)
      return coded(purpose, this.#channel.once(role, statement))
    })
    this.#known.set(purpose, db)
    return db
  }

  /**
   * Runs several statements, of any purposes, that are kept together or not at all. Whoever holds a transaction holds up
   * others, on the embedded database all of them: it waits for nothing but its statements.
   * @throws DatabaseError `db.rolled-back`, and whatever `run` throws; nothing is kept then.
   */
  async transaction<Result>(run: (transaction: Purposes<Tables>) => Promise<Result>): Promise<Result> {
    this.#refuseInside(null)
    const open = await coded(null, this.#channel.begin())
    const state = { isOpen: true }
    const statements = new TransactionStatements<Tables>(open, this.#roleOf, state)
    let result: Result
    try {
      result = await this.#inside.run(state, () => run(statements))
    } catch (error) {
      await statements.settle()
      await open.rollback()
      throw error
    }
    await statements.settle()
    if (!(await coded(null, open.commit()))) throw new DatabaseError('db.rolled-back')
    return result
  }

  // On the embedded database it would wait for the transaction that waits for it.
  #refuseInside(purpose: string | null): void {
    if (this.#inside.getStore()?.isOpen === true) throw new DatabaseError('db.outside-transaction', { purpose })
  }
}

/** Statements of a transaction, one after another: role and statement belong together. */
class TransactionStatements<Tables> implements Purposes<Tables> {
  readonly #open: OpenTransaction
  readonly #roleOf: RoleOf
  readonly #state: { isOpen: boolean }
  #last: Promise<unknown> = Promise.resolve()

  constructor(open: OpenTransaction, roleOf: RoleOf, state: { isOpen: boolean }) {
    this.#open = open
    this.#roleOf = roleOf
    this.#state = state
  }

  for(purpose: string): Db<Tables> {
    const role = roleFor(purpose, this.#roleOf)
    return dbOver<Tables>((statement) => {
      if (!this.#state.isOpen) throw new DatabaseError('db.transaction-over', { purpose })
      return coded(purpose, this.#next(role, statement))
    })
  }

  /** Takes no more statements, and waits for those that were given. */
  async settle(): Promise<void> {
    this.#state.isOpen = false
    await this.#last.catch(() => {})
  }

  #next(role: string, statement: Statement): Promise<StatementResult> {
    const turn = this.#last.catch(() => {}).then(() => this.#open.run(role, statement))
    this.#last = turn
    return turn
  }
}

function roleFor(purpose: string, roleOf: RoleOf): string {
  const role = roleOf(purpose)
  if (role === null) throw new DatabaseError('db.purpose-unknown', { purpose })
  return role
}

async function coded<Result>(purpose: string | null, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw toDatabaseError(error, purpose)
  }
}
