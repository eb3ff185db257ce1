import pg from 'pg'
import { StartupError } from '../startup-error.ts'

const connectWithinMs = 10_000

/** Connections to a PostgreSQL server, after one was seen to work. @throws StartupError `db.unreachable` */
export async function openServerPool(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'samtale',
  })
  // An idle connection that breaks is replaced at the next statement; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    const client = await pool.connect()
    client.release()
    return pool
  } catch (error) {
    await pool.end()
    // The address carries a password, so only its host is told.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartupError('db.unreachable', `${new URL(url).host} does not answer, or refuses the login${code}.`)
  }
}
