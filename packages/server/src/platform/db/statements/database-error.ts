import { refusedState } from './gate.ts'

/** What a statement may fail with, as `docs/errors.md` has it. */
export const databaseErrors = {
  'db.purpose-denied': 'The policy gives this purpose no such access to the table or column.',
  'db.purpose-unknown': 'No processing of the policy has this purpose.',
  'db.statement-refused': 'The statement does more than read and write rows.',
  'db.outside-transaction': 'A statement inside a transaction was not given to that transaction.',
  'db.transaction-over': 'A statement was given to a transaction that had ended.',
  'db.rolled-back': 'A statement of the transaction had failed, so nothing of it was kept.',
  'db.conflict': 'Another row has a value that may exist only once.',
  'db.constraint': 'A value is not one that the column takes, or the row it refers to is not there.',
  'db.busy': 'Another transaction was in the way; the same may work when tried again.',
  'db.unavailable': 'The database does not answer.',
  'db.failed': 'The database refused the statement.',
} as const

export type DatabaseErrorCode = keyof typeof databaseErrors

/**
 * A statement that failed. The texts of PostgreSQL's errors quote values, so nothing of them is kept: a code, the
 * SQLSTATE, and names that stand in the schema.
 */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  /** PostgreSQL's, appendix A; null where the statement wasn't sent. */
  readonly sqlState: string | null
  /** Name of the constraint that a row breaks. */
  readonly constraint: string | null

  constructor(
    code: DatabaseErrorCode,
    {
      purpose = null,
      sqlState = null,
      constraint = null,
      object = null,
    }: Partial<Record<'purpose' | 'sqlState' | 'constraint' | 'object', string | null>> = {},
  ) {
    const facts = { purpose, constraint, object, SQLSTATE: sqlState }
    const told = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    super(told.length === 0 ? databaseErrors[code] : `${databaseErrors[code]} (${told.join(', ')})`)
    this.name = 'DatabaseError'
    this.code = code
    this.sqlState = sqlState
    this.constraint = constraint
  }
}

/** Codes by SQLSTATE or its class (PostgreSQL, appendix A), the longer first. */
const codes: readonly [state: string, code: DatabaseErrorCode][] = [
  ['42501', 'db.purpose-denied'],
  [refusedState, 'db.statement-refused'],
  ['23505', 'db.conflict'],
  ['23P01', 'db.conflict'],
  ['55P03', 'db.busy'],
  ['57014', 'db.busy'],
  ['40', 'db.busy'],
  ['23', 'db.constraint'],
  ['SM', 'db.constraint'],
  ['22', 'db.constraint'],
  ['08', 'db.unavailable'],
  ['53', 'db.unavailable'],
  ['57', 'db.unavailable'],
]

/** The same for whatever a channel throws. */
export function toDatabaseError(error: unknown, purpose: string | null): DatabaseError {
  if (error instanceof DatabaseError) return error
  const sqlState = sqlStateOf(error)
  // What has no SQLSTATE doesn't come from PostgreSQL: a value that can't be sent, or the way to it.
  if (sqlState === null)
    return new DatabaseError(error instanceof TypeError ? 'db.failed' : 'db.unavailable', { purpose })
  const code = codes.find(([state]) => sqlState.startsWith(state))?.[1] ?? 'db.failed'
  return new DatabaseError(code, {
    purpose,
    sqlState,
    constraint: textField(error, 'constraint'),
    object: code === 'db.purpose-denied' ? deniedObject(error) : null,
  })
}

/**
 * Why the owner's statement failed, for the operator. Errors about the statement itself name what it names (classes 0A,
 * 3F and 42 of appendix A); others may quote a row.
 */
export function reasonOf(error: unknown): string {
  const sqlState = sqlStateOf(error)
  if (sqlState === null || !(error instanceof Error)) return 'The database does not answer.'
  return /^(?:0A|3F|42)/.test(sqlState) ? error.message : `SQLSTATE ${sqlState}`
}

/**
 * The SQLSTATE of an error of PostgreSQL's; null where it is another. None begins with E (appendix A), as the codes of the
 * operating system do, such as EPIPE.
 */
export function sqlStateOf(error: unknown): string | null {
  const code = textField(error, 'code')
  return code !== null && /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code) ? code : null
}

function textField(error: unknown, field: string): string | null {
  if (typeof error !== 'object' || error === null) return null
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' && value !== '' ? value : null
}

// A table that exists, never a value: nothing else can be denied.
function deniedObject(error: unknown): string | null {
  return /(?:table|view|relation|schema|function) "?([\w.]+)"?$/.exec(textField(error, 'message') ?? '')?.[1] ?? null
}
