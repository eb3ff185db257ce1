import { sql, type QueryExecutorProvider } from 'kysely'
import { StartupError } from '../../startup-error.ts'
import { isOurSchema } from '../live-schema.ts'
import type { Channel } from '../statements/channel.ts'
import { builtInPurposes } from './plan.ts'
import type { RoleNames } from './role-names.ts'

/**
 * Looks at what the roles could do, by PostgreSQL's own account of it: the login by itself nothing, a purpose's role
 * nothing beyond what it was granted.
 * @throws StartupError `db.unsafe-role`, naming all that is wrong
 */
export async function refuseUnsafeRoles(
  database: QueryExecutorProvider,
  { login, purposes }: RoleNames,
): Promise<void> {
  const roles = [login, ...purposes.values()]
  const { rows } = await sql<{ finding: string }>`
    with ours as (select * from pg_catalog.pg_roles where rolname = any (${roles}))
    select rolname || ' is more than an ordinary role' as finding from ours
    where rolsuper or rolbypassrls or rolreplication or rolcreaterole or rolcreatedb
      or rolinherit or rolcanlogin <> (rolname = ${login})
    union all
    select o.rolname || ' has the rights of ' || r.rolname from ours o, pg_catalog.pg_roles r
    where o.oid <> r.oid and pg_has_role(o.oid, r.oid, 'usage')
    union all
    select o.rolname || ' may become ' || r.rolname from ours o, pg_catalog.pg_roles r
    where o.oid <> r.oid and pg_has_role(o.oid, r.oid, 'member')
      and not (o.rolname = ${login} and r.rolname = any (${[...purposes.values()]}))
    union all
    select distinct o.rolname || ' owns something' from ours o
    join pg_catalog.pg_shdepend d on d.refobjid = o.oid and d.deptype = 'o'
    where d.refclassid = 'pg_catalog.pg_authid'::regclass
    union all
    select ${login} || ' may by itself use ' || c.relname
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${isOurSchema} and (c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (has_table_privilege(${login}, c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(${login}, c.oid, 'select, insert, update, references')))
  `.execute(database)
  if (rows.length === 0) return
  throw new StartupError('db.unsafe-role', `${rows.map(({ finding }) => finding).join('; ')}.`)
}

/**
 * Looks at the session that statements will be given to, from within.
 * @throws StartupError `db.unsafe-role` where it is anybody's but the login's, or could be
 */
export async function refuseUnsafeSession(channel: Channel, { login, purposes }: RoleNames): Promise<void> {
  const role = purposes.get(builtInPurposes.operation) ?? ''
  const question = `select session_user::text as session, current_user::text as speaker,
    current_setting('is_superuser') as superuser,
    (select bool_or(rolsuper or rolbypassrls) from pg_catalog.pg_roles
      where rolname in (session_user, current_user)) as above`
  const [found] = (await channel.once(role, { sql: question, parameters: [] })).rows as Partial<SessionFacts>[]
  const isSafe =
    found?.session === login && found.speaker === role && found.superuser === 'off' && found.above === false
  if (!isSafe) throw new StartupError('db.unsafe-role', `The session is ${found?.session ?? 'nobody'}’s.`)
}

interface SessionFacts {
  session: string
  speaker: string
  superuser: string
  above: boolean
}
