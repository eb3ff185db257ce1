import { sql, type QueryExecutorProvider } from 'kysely'
import type { Relation } from '../live-schema.ts'
import type { AccessPlan } from './plan.ts'

/**
 * Keeps what people gave out of PostgreSQL's statistics, which hold the most frequent values of a column as they are and
 * keep them when their rows are gone: those of columns, of indexes on expressions, and of what `create statistics` made.
 * What was gathered before is thrown away, where a superuser may.
 */
export async function reconcileStatistics(
  database: QueryExecutorProvider,
  { plan, live, isSuperuser }: { plan: AccessPlan; live: readonly Relation[]; isSuperuser: boolean },
): Promise<void> {
  const personal = live.flatMap(({ id, name }) => (plan.tables[name]?.personal ?? []).map((column) => ({ id, column })))
  const { rows } = await sql<{ statement: string; cleanup: string }>`
    with personal as (
      select c.oid as relation, a.attnum as number, a.attname as name, a.attstattarget as target
      from unnest(${personal.map(({ id }) => id)}::text[], ${personal.map(({ column }) => column)}::text[]) p (id, name)
      join pg_catalog.pg_namespace n on true
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
        and format('%I.%I', n.nspname, c.relname) = p.id
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = p.name
    )
    select format('alter table %s alter column %I set statistics 0', relation::regclass, name) as statement,
      format('delete from pg_catalog.pg_statistic where starelid = %s and staattnum = %s', relation, number) as cleanup
    from personal where target is distinct from 0
    union all
    select format('alter index %s alter column %s set statistics 0', i.indexrelid::regclass, a.attnum),
      format('delete from pg_catalog.pg_statistic where starelid = %s and staattnum = %s', i.indexrelid, a.attnum)
    from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indexrelid and i.indkey[a.attnum - 1] = 0
    where i.indrelid in (select relation from personal) and a.attstattarget is distinct from 0
    union all
    select format('alter statistics %s set statistics 0', format('%I.%I', n.nspname, s.stxname)),
      format('delete from pg_catalog.pg_statistic_ext_data where stxoid = %s', s.oid)
    from pg_catalog.pg_statistic_ext s join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
    where s.stxrelid in (select relation from personal) and s.stxstattarget is distinct from 0
  `.execute(database)
  for (const { statement, cleanup } of rows) {
    await sql.raw(statement).execute(database)
    if (isSuperuser) await sql.raw(cleanup).execute(database)
  }
}
