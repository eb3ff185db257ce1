import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import { narrow, type Db } from '../db.ts'
import type { Statement, StatementResult } from './channel.ts'

type Run = (statement: Statement) => Promise<StatementResult>

/** Typed statements over a function that runs them. Transactions are the function's affair. */
export function dbOver<Tables>(run: Run): Db<Tables> {
  const dialect = {
    createDriver: () => new StatementDriver(run),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely: Kysely<Tables>) => new PostgresIntrospector(kysely),
  }
  return narrow(new Kysely<Tables>({ dialect }))
}

const written = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

class StatementDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(run: Run) {
    this.#connection = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
        const { command, rowCount, rows } = await run({ sql, parameters })
        const result = { rows: rows as Row[] }
        return written.includes(command) ? { ...result, numAffectedRows: BigInt(rowCount ?? 0) } : result
      },
      streamQuery: () => {
        throw new TypeError('A statement is not streamed: an open one would hold up the others. Read in pages.')
      },
    }
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    throw new TypeError('Transactions are made by the database’s own transaction().')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
}
