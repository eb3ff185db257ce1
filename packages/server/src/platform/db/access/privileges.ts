import { sql, type QueryExecutorProvider } from 'kysely'
import { StartupError } from '../../startup-error.ts'
import { isOurSchema, type Relation } from '../live-schema.ts'
import type { AccessPlan, TableAccess } from './plan.ts'
import type { RoleNames } from './role-names.ts'
import { runAll } from './run-all.ts'

/** A right that somebody other than the owner has on something. */
interface Privilege {
  role: string
  kind: 'table' | 'schema' | 'routine' | 'database'
  /** As SQL writes it. */
  object: string
  /** Null for a right on the whole. */
  column: string | null
  privilege: string
}

/**
 * Makes the rights on the database, its schemas, relations and functions exactly those of the plan: what anybody else
 * has is taken, what is missing is given, and another look shows that nothing is left over. Where they are as they should
 * be nothing is written.
 * @throws StartupError `db.unsafe-role`
 */
export async function reconcilePrivileges(
  database: QueryExecutorProvider,
  plan: AccessPlan,
  roles: RoleNames,
  live: readonly Relation[],
): Promise<void> {
  const wanted = [...plannedPrivileges(plan, roles, live), ...(await loginPrivileges(database, roles))]
  const surplus = byObject(without(await livePrivileges(database), wanted))
  await runAll(
    database,
    surplus.map(({ role, object, privileges }) => sql`revoke ${privileges} on ${object} from ${grantee(role)} cascade`),
  )
  // Taking a right on a table takes the same right on its columns, so what is missing is looked up after that.
  const missing = byObject(without(wanted, await livePrivileges(database)))
  await runAll(
    database,
    missing.map(({ role, object, privileges }) => sql`grant ${privileges} on ${object} to ${grantee(role)}`),
  )
  if (surplus.length + missing.length === 0) return
  const left = without(await livePrivileges(database), wanted)[0]
  if (left !== undefined)
    throw new StartupError('db.unsafe-role', `${left.role} keeps the right to ${left.privilege} on ${left.object}.`)
}

function plannedPrivileges(plan: AccessPlan, roles: RoleNames, live: readonly Relation[]): Privilege[] {
  return [...roles.purposes].flatMap(([purpose, role]) => {
    const access = plan.purposes[purpose]?.access ?? {}
    const reached = live.filter(({ name }) => Object.hasOwn(access, name))
    const schemas = new Set(['public', ...reached.map(({ schema }) => schema)])
    return [
      ...[...schemas].map((object) => usage(role, object)),
      ...reached.flatMap((relation) => tablePrivileges(role, relation, access[relation.name])),
    ]
  })
}

function tablePrivileges(role: string, { id, columns }: Relation, access: TableAccess | undefined): Privilege[] {
  if (access === undefined) return []
  const keysAndTimes = access.readsKeysAndTimes ? columns.filter(({ isKey, isTime }) => isKey || isTime) : []
  const granted = {
    SELECT: new Set([...access.select, ...keysAndTimes.map(({ name }) => name)]),
    INSERT: new Set(access.insert),
    UPDATE: new Set(access.update),
  }
  const on = { role, kind: 'table', object: id } as const
  const ofColumns = Object.entries(granted).flatMap(([privilege, own]) =>
    [...own].map((column) => ({ ...on, column, privilege })),
  )
  return access.delete ? [...ofColumns, { ...on, column: null, privilege: 'DELETE' }] : ofColumns
}

async function loginPrivileges(database: QueryExecutorProvider, { login }: RoleNames): Promise<Privilege[]> {
  const { rows } = await sql<{ object: string }>`select quote_ident(current_database()) as object`.execute(database)
  const connect = rows.map(({ object }): Privilege => ({
    role: login,
    kind: 'database',
    object,
    column: null,
    privilege: 'CONNECT',
  }))
  return [...connect, usage(login, 'public')]
}

function usage(role: string, schema: string): Privilege {
  return { role, kind: 'schema', object: schema, column: null, privilege: 'USAGE' }
}

/**
 * What the access lists say, where this session may change them. Somebody whom the operator lets connect to the database,
 * such as a backup's login, stays.
 */
async function livePrivileges(database: QueryExecutorProvider): Promise<Privilege[]> {
  const { rows } = await sql<Privilege>`
    with held (kind, object, "column", owner, acl) as (
      select 'table', format('%I.%I', n.nspname, c.relname), null, c.relowner, c.relacl
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${isOurSchema}
      union all
      select 'table', format('%I.%I', n.nspname, c.relname), a.attname::text, c.relowner, a.attacl
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where ${isOurSchema} and not a.attisdropped
      union all
      select 'schema', quote_ident(n.nspname), null, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner))
      from pg_catalog.pg_namespace n where ${isOurSchema}
      union all
      select 'routine', p.oid::regprocedure::text, null, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where ${isOurSchema}
      union all
      select 'database', quote_ident(d.datname), null, d.datdba, coalesce(d.datacl, acldefault('d', d.datdba))
      from pg_catalog.pg_database d where d.datname = current_database()
    )
    select coalesce(r.rolname::text, 'public') as role, kind, object, "column", rights.privilege_type as privilege
    from held cross join lateral aclexplode(held.acl) rights
    left join pg_catalog.pg_roles r on r.oid = rights.grantee
    where rights.grantee <> held.owner
      and pg_catalog.pg_has_role(current_user, held.owner, 'usage')
      and (kind <> 'database' or r.rolname is null or r.rolname ~ '^samtale_[0-9]+_')
  `.execute(database)
  return rows
}

function without(privileges: readonly Privilege[], others: readonly Privilege[]): Privilege[] {
  const key = ({ role, kind, object, column, privilege }: Privilege) =>
    JSON.stringify([role, kind, object, column, privilege])
  const known = new Set(others.map(key))
  return privileges.filter((held) => !known.has(key(held)))
}

/** One statement for each role and object: `select (id, body), delete`. */
function byObject(all: readonly Privilege[]) {
  const groups = Map.groupBy(all, ({ role, kind, object }) => JSON.stringify([role, kind, object]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const privileges = group.map(({ privilege, column }) =>
      column === null ? sql.raw(privilege) : sql`${sql.raw(privilege)} (${sql.id(column)})`,
    )
    const object = sql.raw(`${first.kind} ${first.object}`)
    return [{ role: first.role, object, privileges: sql.join(privileges) }]
  })
}

function grantee(role: string) {
  return role === 'public' ? sql.raw('public') : sql.id(role)
}
