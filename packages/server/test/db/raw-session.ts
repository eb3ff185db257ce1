import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { prepareDatabase, type Database, type DatabaseOptions } from '../../src/platform/db/database.ts'
import { embeddedEngine } from '../../src/platform/db/embedded.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedSession, valueParsers } from '../../src/platform/db/embedded-session.ts'
import { loginOf } from '../../src/platform/db/server-pool.ts'
import { openServer } from '../../src/platform/db/server.ts'
import { testTemplate } from './test-database.ts'

/**
 * For tests: a database, and a way past the server's own code to the session that the code speaks in. Whoever has it has
 * broken into the process; what the database itself still refuses is what the roles are worth.
 */
export interface Opened<Tables> {
  database: Database<Tables>
  /** The session of the login; throws with a SQLSTATE as the error's code. */
  raw(text: string): Promise<Record<string, unknown>[]>
  /** The same for the owner, beside the running server; on the embedded database there is none. */
  owner: ((text: string) => Promise<Record<string, unknown>[]>) | null
  /** The login's name. */
  login: string
  close(): Promise<void>
}

type Options = Pick<DatabaseOptions, 'bindings' | 'plan' | 'migrations'>

export async function openRawEmbedded<Tables>(options: Options): Promise<Opened<Tables>> {
  const glite = await PGlite.create({ parsers: valueParsers, loadDataDir: new Blob([await testTemplate()]) })
  const session = new EmbeddedSession(glite)
  const pool = new EmbeddedPool({ run: (task) => session.run(task), close: () => glite.close() })
  const database = await prepareDatabase<Tables>(
    embeddedEngine(pool, () => {}),
    options,
  )
  const raw = async (text: string) => (await glite.exec(text)).flatMap(({ rows }) => rows)
  return { database, raw, owner: null, login: 'samtale_5_app', close: database.close }
}

export async function openRawServer<Tables>(url: string, options: Options): Promise<Opened<Tables>> {
  const database = await prepareDatabase<Tables>(await openServer(url), options)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const { rows } = await owner.query<{ id: number }>(
    'select oid::int as id from pg_database where datname = current_database()',
  )
  const login = `samtale_${rows[0]?.id}_app`
  const { host, port, database: name } = loginOf(url)
  const client = new pg.Client({ host, port, database: name, user: login })
  await client.connect()
  return {
    database,
    raw: (text) => rowsOf(client, text),
    owner: (text) => rowsOf(owner, text),
    login,
    close: async () => {
      await client.end()
      await owner.end()
      await database.close()
    },
  }
}

async function rowsOf(client: pg.Client, text: string): Promise<Record<string, unknown>[]> {
  const results: pg.QueryResult | pg.QueryResult[] = await client.query(text)
  return [results].flat().flatMap(({ rows }) => rows)
}
