import pg from 'pg'
import { StartupError } from '../startup-error.ts'

const connectWithinMs = 10_000
/** A transaction that nobody goes on with is undone, so that a fault can't hold rows for ever. */
const idleTransactionMs = 60_000

/** How to log in to a server. */
export interface ServerLogin {
  /** A folder, where the server is reached by a socket in it. */
  host: string
  port: number
  database: string | undefined
  user: string | undefined
  password: string | undefined
  ssl: pg.ClientConfig['ssl']
}

/** What a `postgres://…` address says, completed from PostgreSQL's variables (`PGPASSWORD` …) as its own programs do. */
export function loginOf(url: string): ServerLogin {
  const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url })
  return { host, port, database, user, password: password ?? undefined, ssl }
}

/** Connections to a PostgreSQL server, after one was seen to work. @throws StartupError `db.unreachable` */
export async function openServerPool(url: string): Promise<pg.Pool> {
  const login = loginOf(url)
  try {
    return await connectPool(login)
  } catch (error) {
    // The address carries a password, so only its host is told.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    const where = `${login.host}:${login.port}`
    throw new StartupError('db.unreachable', `${where} does not answer, or refuses the login${code}.`)
  }
}

/** The same, with PostgreSQL's own error. */
export async function connectPool(login: ServerLogin): Promise<pg.Pool> {
  const pool = new pg.Pool({
    ...login,
    ssl: login.ssl ?? false,
    connectionTimeoutMillis: connectWithinMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    application_name: 'samtale',
    // Row-level security makes large reads look dear, and compiling them takes longer than they do.
    options: '-c jit=off',
    pipeline: true,
    types: { getTypeParser },
  })
  // A connection that breaks is replaced, and whoever has it is told by their next statement; without a listener, idle or
  // taken, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const client = await pool.connect()
    client.release()
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Numbers of types, as `pg_type` has them in every version. */
const int8 = 20
const date = 1082

/** As the embedded database gives them: a large integer is a number where one can hold it, a date is text. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') => {
  if (type === int8) return (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text))
  if (type === date) return (text: string) => text
  return pg.types.getTypeParser(type, format === 'binary' ? 'binary' : 'text')
}
