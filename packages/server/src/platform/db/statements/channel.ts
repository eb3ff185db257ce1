/** One statement, with its values apart from its text. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export interface StatementResult {
  /** Such as `SELECT` or `INSERT`. */
  readonly command: string
  readonly rowCount: number | null
  readonly rows: unknown[]
}

/**
 * The way to the database once the owner has left: every statement is one role's, inside a transaction. The embedded
 * database and a server each have one.
 */
export interface Channel {
  /** A transaction of one statement. */
  once(role: string, statement: Statement): Promise<StatementResult>
  begin(): Promise<OpenTransaction>
  end(): Promise<void>
}

/** A transaction; whoever holds it waits for nothing but its statements. */
export interface OpenTransaction {
  run(role: string, statement: Statement): Promise<StatementResult>
  /** Resolves with false where nothing was kept, because a statement had failed. */
  commit(): Promise<boolean>
  rollback(): Promise<void>
}
