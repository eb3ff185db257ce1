import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'
import type { Relation } from '../live-schema.ts'
import { recordTable } from './bound-tables.ts'
import { builtInPurposes, type AccessPlan } from './plan.ts'
import type { RoleNames } from './role-names.ts'

interface RowPolicy {
  /** The relation as SQL writes it. */
  table: string
  name: string
  /** Null for everybody. */
  roles: readonly string[] | null
  /** Which rows are seen, and may be written. */
  rows: RawBuilder<boolean>
  says: string
}

/**
 * Row-level security on every table whose rows belong to records: a row is seen and written while its record is in use,
 * and by those who see what is restricted. The record is looked up by its key for each row that is read, which costs a
 * read of few rows next to nothing, where a join would read all records. A row whose record can't be seen can't either.
 */
export async function reconcileRowPolicies(
  database: QueryExecutorProvider,
  plan: AccessPlan,
  roles: RoleNames,
  live: readonly Relation[],
): Promise<void> {
  const guarded = live.filter(({ name, kind }) => isOrdinaryTable(kind) && isGuarded(plan, name))
  await forceRowSecurity(
    database,
    guarded.map(({ id }) => id),
  )
  const wanted = guarded.flatMap((relation) => policiesOf(relation, plan, roles))
  const present = await livePolicies(database)
  const isSame = (policy: RowPolicy, other: LivePolicy) =>
    policy.table === other.table && policy.name === other.name && other.mark === markOf(policy, other.found)
  for (const other of present.filter((found) => !wanted.some((policy) => isSame(policy, found))))
    await sql`drop policy ${sql.id(other.name)} on ${sql.raw(other.table)}`.execute(database)
  for (const policy of wanted.filter((one) => !present.some((other) => isSame(one, other))))
    await makePolicy(database, policy)
}

function isOrdinaryTable(kind: Relation['kind']): boolean {
  return kind === 'table' || kind === 'partitioned table'
}

function isGuarded(plan: AccessPlan, name: string): boolean {
  return name === recordTable || plan.tables[name]?.hasRecord === true
}

function policiesOf({ id, name }: Relation, plan: AccessPlan, roles: RoleNames): RowPolicy[] {
  const roleOf = (purpose: string) => roles.purposes.get(purpose) ?? purpose
  const whole = {
    table: id,
    name: 'also restricted',
    roles: [builtInPurposes.storage, builtInPurposes.legalClaims, builtInPurposes.subjectAccess].map(roleOf),
    rows: sql<boolean>`true`,
    says: 'true',
  }
  if (name !== recordTable) return [whole, whileInUse(id)]
  const knowing = Object.entries(plan.purposes).filter(
    ([, { access, seesRestricted }]) => !seesRestricted && Object.hasOwn(access, recordTable),
  )
  return [whole, ...knowing.map(([purpose, { recordKinds }]) => forPurpose(id, purpose, roleOf(purpose), recordKinds))]
}

function whileInUse(table: string): RowPolicy {
  const rows = sql<boolean>`(select r.state from public.record r where r.id = ${sql.raw(table)}.record_id) = 'in-use'`
  return { table, name: 'in use', roles: null, rows, says: 'in use' }
}

/** A purpose knows of the records whose data it may read, but for those whose person objects to it, and of no others. */
function forPurpose(table: string, purpose: string, role: string, kinds: readonly string[] | 'all'): RowPolicy {
  const known = kinds === 'all' ? sql`` : sql` and kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`
  const rows = sql<boolean>`state = 'in-use'${known} and not ${sql.lit(purpose)} = any (barred)`
  return {
    table,
    name: `in use, for ${role}`.slice(0, 63),
    roles: [role],
    rows,
    says: JSON.stringify([purpose, kinds]),
  }
}

async function makePolicy(database: QueryExecutorProvider, policy: RowPolicy): Promise<void> {
  const { table, name, roles, rows } = policy
  const to = roles === null ? sql.raw('public') : sql.join(roles.map((role) => sql.id(role)))
  const on = sql`${sql.id(name)} on ${sql.raw(table)}`
  await sql`create policy ${on} to ${to} using (${rows}) with check (${rows})`.execute(database)
  const made = (await livePolicies(database)).find((other) => other.table === table && other.name === name)
  await sql`comment on policy ${on} is ${sql.lit(markOf(policy, made?.found ?? ''))}`.execute(database)
}

interface LivePolicy {
  table: string
  name: string
  /** What PostgreSQL says of it. */
  found: string
  mark: string | null
}

/**
 * PostgreSQL writes expressions its own way, so a policy can't be compared with what made it. Its comment is a hash of
 * both: one that was changed by hand, or is wanted otherwise now, doesn't fit it.
 */
function markOf({ roles, says }: RowPolicy, found: string): string {
  return createHash('sha256')
    .update(JSON.stringify([roles, says, found]))
    .digest('hex')
}

async function livePolicies(database: QueryExecutorProvider): Promise<LivePolicy[]> {
  const { rows } = await sql<LivePolicy>`
    select format('%I.%I', n.nspname, c.relname) as "table", p.polname::text as name,
      concat_ws(' ', p.polpermissive, p.polcmd, p.polroles::text, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) as found,
      pg_catalog.obj_description(p.oid, 'pg_policy') as mark
    from pg_catalog.pg_policy p
    join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  `.execute(database)
  return rows
}

async function forceRowSecurity(database: QueryExecutorProvider, tables: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select format('%I.%I', n.nspname, c.relname) as id
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
  `.execute(database)
  for (const { id } of rows.filter((row) => tables.includes(row.id)))
    await sql`alter table ${sql.raw(id)} enable row level security, force row level security`.execute(database)
}
