import { sql, type Kysely } from 'kysely'

/** A table, view, materialized view, partitioned or foreign table as it is in the database, with its columns. */
export interface Relation {
  /** With its schema in front where that isn't `public`. */
  name: string
  columns: string[]
}

/**
 * Every relation outside PostgreSQL's own schemas (those whose names begin with `pg_`, PostgreSQL §5.10.5, and
 * `information_schema`), read from the catalogue: `information_schema` leaves out what the role may not read.
 */
export async function readLiveSchema<Tables>(kysely: Kysely<Tables>): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select
      case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end as name,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    group by n.nspname, c.relname
    order by 1
  `.execute(kysely)
  return rows
}
