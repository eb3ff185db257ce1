import { sql, type QueryExecutorProvider } from 'kysely'

/**
 * Lifts, in a migration's transaction, what would stand in its way; the same start sets it up again (install.ts).
 * Row-level security is forced on the owner too, so a migration of an owner who is no superuser would change no row and
 * not say so. And a column that a trigger names can't be dropped.
 */
export async function liftForMigration(database: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter table %s no force row level security', c.oid::regclass) as statement
    from pg_catalog.pg_class c
    where c.relforcerowsecurity and pg_catalog.row_security_active(c.oid) and pg_has_role(c.relowner, 'usage')
    union all
    select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass)
    from pg_catalog.pg_trigger t where starts_with(t.tgname::text, 'samtale_') and t.tgparentid = 0
  `.execute(database)
  for (const { statement } of rows) await sql.raw(statement).execute(database)
}
