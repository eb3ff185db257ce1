import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { prepareDatabase, type Database } from '../../src/platform/db/database.ts'
import { embeddedEngine } from '../../src/platform/db/embedded.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedSession, valueParsers } from '../../src/platform/db/embedded-session.ts'
import type { Engine } from '../../src/platform/db/engine.ts'
import { openServer } from '../../src/platform/db/server.ts'
import { testTemplate } from './test-database.ts'

/** The owner's way to the tables, past every rule: for looking, for dumps and for restoring them. */
export type Owner = (sql: string) => Promise<Record<string, unknown>[]>

export interface OwnedDatabase<Tables> {
  readonly database: Database<Tables>
  readonly owner: Owner
  close(): Promise<void>
}

type Preparation = Parameters<typeof prepareDatabase>[1]

/** For tests: a database with the owner's way into it; embedded where no server is given. */
export function openOwnedDatabase<Tables>(
  serverUrl: string | null,
  preparation: Preparation,
  around: (engine: Engine) => Engine = (engine) => engine,
): Promise<OwnedDatabase<Tables>> {
  return serverUrl === null ? embedded(preparation, around) : onServer(serverUrl, preparation, around)
}

async function embedded<Tables>(
  preparation: Preparation,
  around: (engine: Engine) => Engine,
): Promise<OwnedDatabase<Tables>> {
  const glite = await PGlite.create({ parsers: valueParsers, loadDataDir: new Blob([await testTemplate()]) })
  const session = new EmbeddedSession(glite)
  const pool = new EmbeddedPool({ run: (task) => session.run(task), close: () => glite.close() })
  const database = await prepareDatabase<Tables>(around(embeddedEngine(pool, () => {})), preparation)
  const [session_user] = (await glite.exec('select session_user as login')).flatMap(({ rows }) => rows)
  const login = String(session_user?.['login'])
  // The embedded session was a superuser's, and can become one again.
  const owner: Owner = async (statement) => {
    const back = `set session authorization "${login}"`
    try {
      return (await glite.exec(`set session authorization postgres; ${statement}; ${back}`)).flatMap(({ rows }) => rows)
    } catch (error) {
      await glite.exec(back)
      throw error
    }
  }
  return { database, owner, close: database.close }
}

async function onServer<Tables>(
  url: string,
  preparation: Preparation,
  around: (engine: Engine) => Engine,
): Promise<OwnedDatabase<Tables>> {
  const database = await prepareDatabase<Tables>(around(await openServer(url)), preparation)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const owner: Owner = async (sql) => {
    const results: pg.QueryResult | pg.QueryResult[] = await client.query(sql)
    return [results].flat().flatMap(({ rows }) => rows)
  }
  const close = async () => {
    await client.end()
    await database.close()
  }
  return { database, owner, close }
}
