import { sql, type QueryExecutorProvider } from 'kysely'
import { sqlStateOf } from '../statements/database-error.ts'
import type { RoleNames } from './role-names.ts'
import { runAll } from './run-all.ts'

/**
 * Makes the roles that are missing: the login, and for each purpose one that nobody can log in as. The login is a member
 * of all and inherits nothing, so that it has a purpose's rights only while it speaks as that purpose.
 * @param verifier what the server keeps of the login's password; null where it has none
 */
export async function makeRoles(
  database: QueryExecutorProvider,
  roles: RoleNames,
  verifier: string | null,
): Promise<void> {
  const existing = new Set(await rolesOf(database, roles.prefix))
  const missing = [...roles.purposes.values()].filter((role) => !existing.has(role))
  await runAll(
    database,
    missing.map((role) => sql`create role ${sql.id(role)} nologin noinherit`),
  )
  if (!existing.has(roles.login)) {
    await sql`create role ${sql.id(roles.login)} login noinherit`.execute(database)
    if (verifier !== null) await setPassword(database, roles.login, verifier)
  }
  await straighten(database, roles)
  await reconcileMembers(database, roles)
}

export async function setPassword(database: QueryExecutorProvider, login: string, verifier: string): Promise<void> {
  await sql`alter role ${sql.id(login)} password ${sql.lit(verifier)}`.execute(database)
}

/** Takes away roles of purposes that the plan doesn't have. One that can't be dropped has lost everything else. */
export async function dropStaleRoles(database: QueryExecutorProvider, roles: RoleNames): Promise<void> {
  const kept = new Set([roles.login, ...roles.purposes.values()])
  for (const role of (await rolesOf(database, roles.prefix)).filter((name) => !kept.has(name))) {
    await sql`savepoint stale`.execute(database)
    await sql`drop role ${sql.id(role)}`.execute(database).catch(async (error: unknown) => {
      await sql`rollback to savepoint stale`.execute(database)
      if (sqlStateOf(error) !== dependentObjects) throw error
    })
  }
}

/** A role that rights in another database are still tied to, say by somebody's hand. */
const dependentObjects = '2BP01'

async function rolesOf(database: QueryExecutorProvider, prefix: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select rolname::text as name from pg_catalog.pg_roles where starts_with(rolname, ${prefix})
  `.execute(database)
  return rows.map(({ name }) => name)
}

/** Undoes what somebody may have changed by hand: attributes, and settings that a session would begin with. */
async function straighten(database: QueryExecutorProvider, roles: RoleNames): Promise<void> {
  const { rows } = await sql<{ name: string; isChanged: boolean; isTooStrong: boolean; hasSettings: boolean }>`
    select rolname::text as name,
      rolinherit or rolcanlogin <> (rolname = ${roles.login}) as "isChanged",
      rolsuper or rolbypassrls or rolreplication or rolcreaterole or rolcreatedb as "isTooStrong",
      exists (select from pg_catalog.pg_db_role_setting s where s.setrole = r.oid) as "hasSettings"
    from pg_catalog.pg_roles r where starts_with(rolname, ${roles.prefix})
  `.execute(database)
  for (const { name, isChanged, isTooStrong, hasSettings } of rows) {
    const login = sql.raw(name === roles.login ? 'login' : 'nologin')
    const role = sql.id(name)
    if (isChanged) await sql`alter role ${role} ${login} noinherit`.execute(database)
    if (isTooStrong)
      await sql`alter role ${role} nosuperuser nobypassrls noreplication nocreaterole nocreatedb`.execute(database)
    if (!hasSettings) continue
    const { rows: here } = await sql<{ name: string }>`select current_database()::text as name`.execute(database)
    await sql`alter role ${role} reset all`.execute(database)
    for (const { name: own } of here)
      await sql`alter role ${role} in database ${sql.id(own)} reset all`.execute(database)
  }
}

interface Membership {
  role: string
  member: string
  isPlain: boolean
}

/** The login in every purpose's role, without the right to pass it on, and otherwise nobody in anything. */
async function reconcileMembers(
  database: QueryExecutorProvider,
  { prefix, login, purposes }: RoleNames,
): Promise<void> {
  // PostgreSQL 16 notes whether a membership inherits, and makes whoever created a role an administrator of it.
  const { rows } = await sql<Membership>`
    select r.rolname::text as role, m.rolname::text as member,
      not a.admin_option and coalesce(to_jsonb(a) ->> 'inherit_option', 'false') = 'false' as "isPlain"
    from pg_catalog.pg_auth_members a
    join pg_catalog.pg_roles r on r.oid = a.roleid
    join pg_catalog.pg_roles m on m.oid = a.member
    where (starts_with(r.rolname, ${prefix}) or starts_with(m.rolname, ${prefix})) and m.rolname <> current_user
  `.execute(database)
  const wanted = new Set(purposes.values())
  const isWanted = ({ role, member, isPlain }: Membership) => member === login && wanted.has(role) && isPlain
  for (const { role, member } of rows.filter((row) => !isWanted(row)))
    await sql`revoke ${sql.id(role)} from ${sql.id(member)} cascade`.execute(database)
  const held = new Set(rows.filter(isWanted).map(({ role }) => role))
  const missing = [...wanted].filter((role) => !held.has(role))
  await runAll(
    database,
    missing.map((role) => sql`grant ${sql.id(role)} to ${sql.id(login)}`),
  )
}
