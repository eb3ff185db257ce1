import type pg from 'pg'
import { StartupError } from '../../startup-error.ts'
import { atomically } from './transaction.ts'

/** Any number that nothing else in the same database locks by. */
const lockNumber = 7_264_254

// Wrapped keys stay out of the planner's statistics, and a page has room for a row to be re-wrapped within it.
const schema = `
  create table key_state (
    one boolean primary key default true check (one),
    epoch integer not null,
    kek_check text not null,
    pepper_check text not null
  );
  insert into key_state (epoch, kek_check, pepper_check) values (0, '', '');
  create table data_key (
    record text not null check (record <> ''),
    category text not null,
    epoch integer not null,
    wrapped bytea not null,
    made_at timestamptz not null,
    primary key (record, category)
  ) with (fillfactor = 70);
  alter table data_key alter column wrapped set statistics 0, alter column wrapped set storage plain;
`

/** Makes the tables where they are lacking. @throws StartupError `keys.open-failed`, `keys.same-database` */
export async function prepareSchema(pool: pg.Pool): Promise<void> {
  try {
    await atomically(pool, makeTables)
  } catch (error) {
    if (error instanceof StartupError) throw error
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartupError('keys.open-failed', `The tables of the key store can't be made${code}.`)
  }
}

async function makeTables(client: pg.PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
  if (await exists(client, 'schema_migration'))
    throw new StartupError('keys.same-database', 'KEYS_DATABASE_URL leads to the database that has the sealed values.')
  if (!(await exists(client, 'data_key'))) await client.query(schema)
}

async function exists(client: pg.PoolClient, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])
  return rows[0]?.found === true
}
