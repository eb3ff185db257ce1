import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { StartupError } from '../startup-error.ts'
import { declaredBy } from './access/ddl-guard.ts'
import type { Door } from './access/doors.ts'
import { installAccess, type InstalledAccess } from './access/install.ts'
import type { BoundTables } from './access/bound-tables.ts'
import { builtInPurposes } from './access/plan.ts'
import { setPassword } from './access/roles.ts'
import { refuseUnsafeSession } from './access/self-check.ts'
import type { TransactingPurposes } from './db.ts'
import { openEmbedded } from './embedded.ts'
import type { DatabaseCopy, Engine } from './engine.ts'
import { firstLook, type PlanOrLook } from './first-look.ts'
import { migrate } from './migrate.ts'
import { openServer } from './server.ts'
import type { Channel } from './statements/channel.ts'
import { reasonOf, sqlStateOf } from './statements/database-error.ts'
import { PurposeDatabase } from './statements/purposes.ts'
import type { PlatformTables } from './tables.ts'

export interface DatabaseOptions {
  /** Folder of the embedded database. */
  folder: string
  /** `postgres://…`: a server in place of the embedded database. */
  serverUrl: string | null
  /** What each column of each table holds; the database is refused where it has others. */
  bindings: BoundTables
  /** Who may do what with them. */
  plan: PlanOrLook
  migrations?: string
}

/** The database, as far as purposes may look into it. */
export interface Database<Tables> extends TransactingPurposes<Tables> {
  /** Ways out of a role that the owner was not allowed to close: empty on the embedded database and for a superuser. */
  readonly openDoors: readonly Door[]
  /** All of it, for a backup. What it says is sealed; see docs/operations.md. */
  readonly copy: DatabaseCopy
  /** Whether a statement is answered now. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

/** The folder of this version's migrations. */
export const ownMigrations = fileURLToPath(new URL('../../../migrations', import.meta.url))

/**
 * Opens the database, runs the migrations that it lacks, compares every relation in it with the bindings, makes roles
 * and rights what the plan says, and leaves the owner's session. What is returned can do nothing but for a purpose.
 * @throws StartupError any of `db.*`
 */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  const { folder, serverUrl } = options
  return prepareDatabase(serverUrl === null ? await openEmbedded(folder) : await openServer(serverUrl), options)
}

/** The same over an engine that is open already. */
export async function prepareDatabase<Tables>(
  engine: Engine,
  options: Pick<DatabaseOptions, 'bindings' | 'plan' | 'migrations'>,
): Promise<Database<Tables>> {
  const { roles, open, channel } = await leaveOwner(engine, options)
  const database = new PurposeDatabase<Tables>(channel, (purpose) => roles.purposes.get(purpose) ?? null)
  return {
    for: (purpose) => database.for(purpose),
    transaction: (run) => database.transaction(run),
    openDoors: open,
    copy: engine.copy,
    answers: () => answers(channel, roles.purposes.get(builtInPurposes.operation) ?? ''),
    close: () => channel.end(),
  }
}

/** What the owner does, and then the owner's leave. */
async function leaveOwner(
  engine: Engine,
  { bindings, plan, migrations = ownMigrations }: Pick<DatabaseOptions, 'bindings' | 'plan' | 'migrations'>,
): Promise<InstalledAccess & { channel: Channel }> {
  const platform = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool: engine.owner }) })
  const installed = await inTurn(platform, async (owner) => {
    await migrate(owner, migrations, declaredBy(bindings))
    const decided = typeof plan === 'function' ? await plan(firstLook(owner, bindings)) : plan
    return installAccess(owner, { bindings, plan: decided, verifierOf: engine.verifierOf })
  })
    .then(async ({ roles, open }) => {
      const reset = (verifier: string) => setPassword(platform, roles.login, verifier)
      return { roles, open, channel: await engine.enter(roles.login, reset) }
    })
    .catch(async (error: unknown) => {
      await engine.abandon()
      throw asStartupError(error)
    })
  try {
    await refuseUnsafeSession(installed.channel, installed.roles)
    return installed
  } catch (error) {
    await installed.channel.end()
    throw asStartupError(error)
  }
}

function asStartupError(error: unknown): unknown {
  const sqlState = sqlStateOf(error)
  if (error instanceof StartupError || sqlState === null) return error
  return new StartupError(sqlState === '42501' ? 'db.owner-rights' : 'db.setup-failed', `${reasonOf(error)}.`)
}

/** Any number that nothing else in the same database locks by. */
const lockNumber = 7_264_253

/** Servers of an installation that start at the same time take turns. */
function inTurn<Result>(
  kysely: Kysely<PlatformTables>,
  work: (owner: Kysely<PlatformTables>) => Promise<Result>,
): Promise<Result> {
  return kysely.connection().execute(async (owner) => {
    await sql`select pg_advisory_lock(${sql.lit(lockNumber)})`.execute(owner)
    try {
      return await work(owner)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lockNumber)})`.execute(owner)
    }
  })
}

async function answers(channel: Channel, role: string): Promise<boolean> {
  try {
    await channel.once(role, { sql: 'select 1', parameters: [] })
    return true
  } catch {
    return false
  }
}
