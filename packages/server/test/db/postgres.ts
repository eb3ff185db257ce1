import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

export interface Postgres {
  /** Where it has its files. */
  readonly dataFolder: string
  /** `postgres://…` of a new, empty database. */
  createDatabase(): Promise<string>
  /** Lets an account of the system in as a role, where pg_hba.conf says `map=samtale`. */
  letIn(account: string, role: string): Promise<void>
  /** `postgres://…` of a database, for another login. */
  urlFor(database: string, user: string, password?: string): string
  stop(): Promise<void>
}

interface PostgresOptions {
  /** Lines of pg_hba.conf; everybody is trusted, if not given. */
  letsIn?: readonly string[]
  /** Settings of the server, such as `logging_collector=on`. */
  settings?: readonly string[]
}

/** The superuser's; asked for only where `letsIn` says so. */
export const superusersPassword = 'correct-horse'

/**
 * For tests: a PostgreSQL server of its own in a temporary folder, reached by a socket there and listening on no port.
 * Null where the machine has no PostgreSQL; the tests then run on the embedded one alone.
 */
export async function startPostgres({ letsIn, settings: more = [] }: PostgresOptions = {}): Promise<Postgres | null> {
  const programs = findPrograms()
  if (programs === null) return null
  const account = databaseAccount()
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-postgres-'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const data = path.join(folder, 'data')
  const options = { stdio: 'ignore', cwd: folder, ...account } as const
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, superusersPassword)
  const how = ['-U', 'samtale', `--pwfile=${passwordFile}`, '-A', 'trust', '-E', 'UTF8', '--no-sync']
  execFileSync(path.join(programs, 'initdb'), ['-D', data, ...how], options)
  if (letsIn !== undefined) writeFileSync(path.join(data, 'pg_hba.conf'), `${letsIn.join('\n')}\n`)
  const settings = ['listen_addresses=', 'fsync=off', `unix_socket_directories=${folder}`, ...more]
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    options,
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const urlFor = (database: string, user: string, password?: string): string =>
    `postgres://${user}${password === undefined ? '' : `:${password}`}@/${database}?host=${encodeURIComponent(folder)}`
  const url = (database: string): string => urlFor(database, 'samtale', superusersPassword)
  await waitUntilItAnswers(url('postgres'))
  let databases = 0
  return {
    dataFolder: data,
    createDatabase: async () => {
      databases += 1
      await once(url('postgres'), `create database test_${databases}`)
      return url(`test_${databases}`)
    },
    letIn: async (person, role) => {
      appendFileSync(path.join(data, 'pg_ident.conf'), `samtale ${person} ${role}\n`)
      await once(url('postgres'), 'select pg_reload_conf()')
    },
    urlFor,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findPrograms(): string | null {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  return (
    versions.map((version) => path.join(base, version, 'bin')).find((bin) => existsSync(path.join(bin, 'initdb'))) ??
    null
  )
}

// PostgreSQL refuses to run as root; Debian's package makes this account for it.
function databaseAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function waitUntilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await once(url, 'select 1')
      return
    } catch (error) {
      if (attempt === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Runs a statement on a connection of its own. */
export async function once(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query(statement)
    return rows
  } finally {
    await client.end()
  }
}
