import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { openServerPool } from './server-pool.ts'
import { ProgramFailed, runProgram } from './server-programs.ts'

/**
 * A database of a server as pg_dump writes it (custom format), without owners and rights, which every start sets up
 * again: so another login may restore it.
 * @throws ProgramFailed
 */
export async function* dumpServer(url: string): AsyncGenerator<Uint8Array> {
  const pool = await openServerPool(url)
  const forced = await liftRowSecurity(pool)
  try {
    const dump = runProgram('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', '--no-comments'], url)
    dump.stdin.end()
    yield* dump.stdout as AsyncIterable<Uint8Array>
    await dump.ended()
  } finally {
    for (const table of forced) await pool.query(`alter table ${table} force row level security`)
    await pool.end()
  }
}

/**
 * An owner who is no superuser doesn't see rows either, while row-level security is forced on them too. Nobody but the
 * owner gains by lifting it, and the next start forces it again if this one is cut short.
 */
async function liftRowSecurity(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_catalog.pg_class c
    where c.relforcerowsecurity and pg_catalog.row_security_active(c.oid) and pg_has_role(c.relowner, 'usage')`)
  for (const { name } of rows) await pool.query(`alter table ${name} no force row level security`)
  return rows.map(({ name }) => name)
}

const kinds = 'TABLE( DATA)?|SEQUENCE( OWNED BY| SET)?|DEFAULT|(FK |CHECK )?CONSTRAINT|INDEX'

/** What a dump has that is brought back: what migrations made. The rest each start sets up: policies, guards, rights. */
const kept = new RegExp(`^\\d+; \\d+ \\d+ ((${kinds}) |(FUNCTION|TRIGGER) (?!.*\\bsamtale_))`)

/** Takes away all that is ours; the guard over the schema first, since a backup may have what is retired by now. */
const clearAway = `
begin;
do $$ declare one record; begin
  for one in select evtname as name from pg_catalog.pg_event_trigger where evtname = 'samtale_undeclared' loop
    execute format('drop event trigger %I', one.name);
  end loop;
  for one in select c.oid::regclass as name from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition loop
    execute format('drop table if exists %s cascade', one.name);
  end loop;
  for one in select p.oid::regprocedure as name from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('drop function if exists %s cascade', one.name);
  end loop;
end $$;
`

/**
 * Puts a dump in the place of everything that a server's database has, in one transaction: it has the one or the other.
 * @param dump a file
 * @throws ProgramFailed
 */
export async function restoreServer(url: string, dump: string): Promise<void> {
  const list = `${dump}.list`
  await writeFile(list, await contentsOf(dump), { mode: 0o600 })
  const psql = runProgram('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', '-'], url)
  psql.stdout.resume()
  try {
    psql.stdin.write(clearAway)
    await pipeSql(dump, list, psql.stdin)
    psql.stdin.end('commit;\n')
    await psql.ended()
  } catch (error) {
    // Without the last word nothing of it happened.
    psql.kill()
    throw await psql.ended().then(
      () => error,
      (failed: unknown) => (isOwnFault(failed) ? failed : error),
    )
  } finally {
    await rm(list, { force: true })
  }
}

/** It was not killed by us. */
function isOwnFault(failed: unknown): boolean {
  return failed instanceof ProgramFailed && !failed.message.includes('killed')
}

async function contentsOf(dump: string): Promise<string> {
  const listing = runProgram('pg_restore', ['--list', dump], null)
  listing.stdin.end()
  const pieces: Uint8Array[] = []
  for await (const piece of listing.stdout as AsyncIterable<Uint8Array>) pieces.push(piece)
  await listing.ended()
  const lines = Buffer.concat(pieces).toString('utf8').split('\n')
  return `${lines.filter((line) => kept.test(line)).join('\n')}\n`
}

async function pipeSql(dump: string, list: string, into: NodeJS.WritableStream): Promise<void> {
  const restore = runProgram(
    'pg_restore',
    ['--no-owner', '--no-privileges', '--file=-', `--use-list=${list}`, dump],
    null,
  )
  restore.stdin.end()
  for await (const piece of restore.stdout as AsyncIterable<Uint8Array>) {
    if (!into.writable) throw new ProgramFailed('psql', 'failed', 'psql gave up.')
    if (!into.write(piece)) await Promise.race([once(into, 'drain'), once(into, 'close')])
  }
  await restore.ended()
}

/** What a server's database has of ours. @throws StartupError `db.unreachable` */
export async function lookAtServer(url: string): Promise<{ hasData: boolean; isServed: boolean }> {
  const pool = await openServerPool(url)
  try {
    const { rows } = await pool.query<{ hasData: boolean; isServed: boolean }>(`
      select to_regclass('public.schema_migration') is not null as "hasData",
        exists (select from pg_catalog.pg_stat_activity a
          where a.datname = current_database() and a.pid <> pg_backend_pid()
            and a.usename ~ '^samtale_[0-9]+_app$') as "isServed"`)
    return rows[0] ?? { hasData: false, isServed: false }
  } finally {
    await pool.end()
  }
}
