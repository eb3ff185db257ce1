import { sql, type QueryExecutorProvider } from 'kysely'
import { StartupError } from '../../startup-error.ts'
import { sqlStateOf } from '../statements/database-error.ts'
import type { BoundTables } from './bound-tables.ts'

/** SQLSTATE of what the guard refuses. */
const undeclaredState = 'SM001'

/** Relations and their columns that may exist; null for any column. */
export type Declared = Readonly<Record<string, readonly string[] | null>>

export function declaredBy(bindings: BoundTables): Declared {
  return Object.fromEntries(Object.entries(bindings).map(([table, { columns }]) => [table, Object.keys(columns)]))
}

/**
 * Writes down in the database itself what may exist in it. From then on, where somebody may `watch`, each statement that
 * leaves behind an undeclared relation or column is undone, whoever gives it: tables of every kind, views, what
 * `create table as` and `select into` make, temporary tables too.
 */
export async function declareColumns(database: QueryExecutorProvider, declared: Declared): Promise<void> {
  await sql`
    create or replace function public.samtale_undeclared() returns text
    language plpgsql stable set search_path = pg_catalog
    as ${sql.lit(lookUp(declared))}
  `.execute(database)
  await sql`
    create or replace function public.samtale_refuse_undeclared() returns event_trigger
    language plpgsql set search_path = pg_catalog
    as ${sql.lit(refuse)}
  `.execute(database)
}

/** Has the check run on every command. Only a superuser may. */
export const watch = `
  drop event trigger if exists samtale_undeclared;
  create event trigger samtale_undeclared on ddl_command_end execute function public.samtale_refuse_undeclared();
  alter event trigger samtale_undeclared enable always`

/** The same check at once. @throws StartupError `db.schema-mismatch` */
export async function refuseUndeclared(database: QueryExecutorProvider, where: string): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`select public.samtale_undeclared() as found`.execute(database)
  if (typeof rows[0]?.found === 'string') throw undeclared(where, rows[0].found)
}

/** What the guard's refusal means, where the error is one. */
export function asUndeclared(error: unknown, where: string): StartupError | null {
  if (sqlStateOf(error) !== undeclaredState || !(error instanceof Error)) return null
  return undeclared(where, error.message)
}

function undeclared(where: string, found: string): StartupError {
  return new StartupError('db.schema-mismatch', `${where}: ${found}.`)
}

const refuse = `
begin
  if tg_tag ~ '^(DROP|GRANT|REVOKE|COMMENT|(CREATE|ALTER) (FUNCTION|POLICY|TRIGGER|INDEX))' then
    return;
  end if;
  if public.samtale_undeclared() is not null then
    raise exception using errcode = '${undeclaredState}', message = public.samtale_undeclared();
  end if;
end`

function lookUp(declared: Declared): string {
  const list = JSON.stringify(declared).replaceAll("'", "''")
  return `
declare
  declared constant jsonb := '${list}';
begin
  return (
    select format('%s is in the database and not declared', case
      when not declared ? relation.name or a.attname is null then relation.name else relation.name || '.' || a.attname end)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select case when n.nspname = 'public' then c.relname::text
        when n.oid = pg_my_temp_schema() then 'pg_temp.' || c.relname
        else n.nspname || '.' || c.relname end as name
    ) relation
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (n.nspname <> 'information_schema' and n.nspname !~ '^pg_' or n.oid = pg_my_temp_schema())
      and (not declared ? relation.name
        or a.attname is not null and not coalesce(nullif(declared -> relation.name, 'null') ? a.attname::text, true))
    order by 1
    limit 1
  );
end`
}
