import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { processEnvironment } from '../environment.ts'

/** Programs of PostgreSQL that copy a database; Debian has them in `postgresql-client`. */
export type ServerProgram = 'pg_dump' | 'pg_restore' | 'psql'

/** Such a program is not on the machine, or gave up. What it printed is not passed on: it quotes rows. */
export class ProgramFailed extends Error {
  readonly program: ServerProgram
  readonly reason: 'missing' | 'failed'

  constructor(program: ServerProgram, reason: 'missing' | 'failed', message: string) {
    super(message)
    this.name = 'ProgramFailed'
    this.program = program
    this.reason = reason
  }
}

export interface RunningProgram {
  readonly stdin: Writable
  readonly stdout: Readable
  /** @throws ProgramFailed */
  ended(): Promise<void>
  kill(): void
}

/** What libpq takes in an address (its manual, “Parameter Key Words”); node-postgres has others of its own. */
const parameters = ['host', 'hostaddr', 'port', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'channel_binding']

/** Starts a program of PostgreSQL for the database of an address. Its password stands in no command line. */
export function runProgram(program: ServerProgram, args: readonly string[], url: string | null): RunningProgram {
  const { address, secrets } = url === null ? { address: [], secrets: {} } : connection(url)
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(program, [...args, ...address], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...ofPostgres(processEnvironment()), ...secrets },
  })
  // Who ends early closes its input; that it ended is told by `ended`.
  child.stdin.on('error', () => {})
  child.stdout.on('error', () => {})
  const firstWords = firstLine(child.stderr)
  const end = new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new ProgramFailed(program, 'missing', `There is no ${program} on this machine.`)))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new ProgramFailed(program, 'failed', `${program} gave up (${code ?? 'killed'}${firstWords()}).`))
    })
  })
  end.catch(() => {})
  return { stdin: child.stdin, stdout: child.stdout, ended: () => end, kill: () => void child.kill('SIGKILL') }
}

function connection(url: string) {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  for (const name of [...address.searchParams.keys()]) if (!parameters.includes(name)) address.searchParams.delete(name)
  return {
    address: [`--dbname=${address.href}`],
    secrets: { PGAPPNAME: 'samtale-copy', ...(password === '' ? {} : { PGPASSWORD: password }) },
  }
}

/** Nothing of ours: the keys' address among them. */
function ofPostgres(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const names = Object.keys(environment).filter((name) => /^(PG[A-Z]+|PATH|HOME|LANG|LC_[A-Z]+)$/.test(name))
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']))
}

const knownTroubles = [
  [/server version mismatch/, 'it is older than the server'],
  [/permission denied/, 'the login may not'],
  [/row-level security/, 'row-level security hides rows from the login'],
  [/connection to server/, 'no connection'],
] as const

/** In our words what it said: its own texts quote rows. */
function firstLine(stderr: Readable): () => string {
  let text = ''
  stderr.setEncoding('utf8').on('data', (part: string) => {
    if (text.length < 10_000) text += part
  })
  return () => {
    const found = knownTroubles.find(([sign]) => sign.test(text))
    return found === undefined ? '' : `: ${found[1]}`
  }
}
