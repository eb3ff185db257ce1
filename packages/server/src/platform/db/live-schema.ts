import { sql, type QueryExecutorProvider } from 'kysely'

/** A column, and what the rules about it need to know. */
export interface LiveColumn {
  name: string
  /** As PostgreSQL writes it, such as `timestamp with time zone`. */
  type: string
  /** In the primary key, or refers to another table. */
  isKey: boolean
  isTime: boolean
  /** Holds a structure of its own: JSON, XML, rows. */
  isNested: boolean
}

/** A table, view, materialized view, partitioned or foreign table as it is in the database, with its columns. */
export interface Relation {
  /** With its schema in front where that isn't `public`. */
  name: string
  schema: string
  /** The whole name as SQL writes it. */
  id: string
  kind: 'table' | 'partitioned table' | 'view' | 'materialized view' | 'foreign table'
  /** A view that reads with the rights of who asks, not of who made it. */
  isInvokers: boolean
  /** A part of a partitioned table, which has its triggers too. */
  isPartition: boolean
  /** Every row has a `record_id`, and there is such a record. */
  refersToRecord: boolean
  columns: LiveColumn[]
}

/** Schemas of ours: all but PostgreSQL's own, whose names begin with `pg_` (§5.10.5), and `information_schema`. */
export const isOurSchema = sql<boolean>`n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`
/** Name of a relation `c` in a schema `n`, as bindings write it. */
export const relationName = sql<string>`case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end`

/**
 * Every relation outside PostgreSQL's own schemas, read from the catalogue: `information_schema` leaves out what the role
 * may not read.
 */
export async function readLiveSchema(kysely: QueryExecutorProvider): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select
      ${relationName} as name,
      quote_ident(n.nspname) as schema,
      format('%I.%I', n.nspname, c.relname) as id,
      case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
        when 'm' then 'materialized view' else 'foreign table' end as kind,
      coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
        as "isInvokers",
      c.relispartition as "isPartition",
      exists (
        select from pg_catalog.pg_constraint k
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = to_regclass('public.record')
          and a.attname = 'record_id' and a.attnotnull
      ) as "refersToRecord",
      coalesce(columns.list, '[]') as columns
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select json_agg(json_build_object(
        'name', a.attname,
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'isKey', exists (
          select from pg_catalog.pg_constraint k
          where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey)
        ),
        'isTime', t.typcategory = 'D',
        'isNested', t.typname in ('json', 'jsonb', 'xml', 'hstore', 'jsonpath') or t.typtype = 'c' or e.typtype = 'c'
          or e.typname in ('json', 'jsonb', 'xml', 'hstore')
      ) order by a.attnum) as list
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_type t on t.oid = a.atttypid
      left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) columns
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${isOurSchema}
    order by 1
  `.execute(kysely)
  return rows
}
