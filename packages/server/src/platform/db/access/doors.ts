import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'
import { isOurSchema } from '../live-schema.ts'
import { forbiddenFunctions } from '../statements/gate.ts'
import { watch } from './ddl-guard.ts'
import type { RoleNames } from './role-names.ts'
import { runAll } from './run-all.ts'

/** A way out of one's role that PostgreSQL leaves open to everybody, and the statement that closes it. */
export interface Door {
  what: string
  closedBy: string
}

/**
 * Closes what is open, as far as this session may: the rights that PostgreSQL gives everybody on functions that set
 * parameters, run texts or keep values, on languages, temporary tables and statistics; and changes of the schema, which
 * nothing watches yet.
 * @returns what is still open
 */
export async function closeDoors(database: QueryExecutorProvider, roles: RoleNames): Promise<Door[]> {
  const doors = (await openDoors(database, roles)).map(({ closedBy }) => sql.raw(closedBy))
  if (doors.length === 0) return []
  if (!(await attempt(database, doors))) for (const door of doors) await attempt(database, [door])
  return openDoors(database, roles)
}

/** False where this session may not do all of it; then nothing of it is done. */
async function attempt(database: QueryExecutorProvider, statements: readonly RawBuilder<unknown>[]): Promise<boolean> {
  await sql`savepoint door`.execute(database)
  const isDone = await runAll(database, statements).then(
    () => true,
    () => false,
  )
  await sql.raw(isDone ? 'release savepoint door' : 'rollback to savepoint door').execute(database)
  return isDone
}

async function openDoors(database: QueryExecutorProvider, { login }: RoleNames): Promise<Door[]> {
  const { rows } = await sql<Door>`
    select 'the function ' || p.proname as what,
      format('revoke execute on function %1$s from public; grant execute on function %1$s to %2$I',
        p.oid::regprocedure, current_user) as "closedBy"
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where (n.nspname = 'pg_catalog' and p.proname = any (${[...forbiddenFunctions]}) or ${isOurSchema})
      and has_function_privilege(${login}, p.oid, 'execute')
    union all
    select 'the view ' || c.relname, format('revoke %s on pg_catalog.%I from public', v.privilege, c.relname)
    from (values ('pg_settings', 'update'), ('pg_stats', 'select'), ('pg_stats_ext', 'select'),
      ('pg_stats_ext_exprs', 'select')) v (name, privilege)
    join pg_catalog.pg_class c on c.relname = v.name and c.relnamespace = 'pg_catalog'::regnamespace
    where has_table_privilege(${login}, c.oid, v.privilege)
    union all
    select 'the language ' || l.lanname,
      format('revoke usage on language %1$I from public; grant usage on language %1$I to %2$I', l.lanname, current_user)
    from pg_catalog.pg_language l where l.lanpltrusted and has_language_privilege(${login}, l.oid, 'usage')
    union all
    select 'making schemas and temporary tables',
      format('revoke create, temporary on database %I from public', current_database())
    where has_database_privilege(${login}, current_database(), 'create, temporary')
    union all
    select 'making tables in the schema ' || n.nspname, format('revoke create on schema %I from public', n.nspname)
    from pg_catalog.pg_namespace n where has_schema_privilege(${login}, n.oid, 'create')
    union all
    select 'changes of the schema by hand', ${watch}
    where not exists (select from pg_catalog.pg_event_trigger where evtname = 'samtale_undeclared' and evtenabled = 'A')
  `.execute(database)
  return rows
}
