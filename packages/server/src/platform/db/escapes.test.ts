// What somebody could do who has broken into the session that the server speaks in, past all of its own code. Each line
// is refused by the database itself, with SQLSTATE 42501 where no other is named.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { openRawEmbedded, openRawServer, type Opened } from '../../../test/db/raw-session.ts'
import { sampleOptions, type SampleTables } from '../../../test/db/sample.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-escapes-'))
const server = await startPostgres()
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const engines: [string, () => Promise<Opened<SampleTables>>][] = [
  ['embedded', () => openRawEmbedded<SampleTables>(sampleOptions(folder))],
]
if (server !== null)
  engines.push([
    'server',
    async () => openRawServer<SampleTables>(await server.createDatabase(), sampleOptions(folder)),
  ])

const canary = 'canary-0d9f'

/** Texts in which `$owner` is the owner, `$login` the login, and `$purpose` a purpose’s role. */
const withoutPurpose = [
  'select 1 from ticket',
  'select id from record',
  'table subject',
  'select name from schema_migration',
  'insert into setting (name, value) values ($$a$$, $$b$$)',
  'delete from setting',
  'truncate ticket',
  'begin; lock table ticket',
  'begin; declare c cursor for select * from ticket; fetch all from c',
  'prepare p as select * from ticket; execute p',
  'explain analyze select * from ticket',
  'copy ticket to stdout',
]
const always = [
  // Becoming somebody else
  'set role $owner',
  'set local role $owner',
  'alter role $login superuser',
  'alter role $login inherit',
  'alter role $purpose login',
  'create role x',
  'grant $purpose to $login with admin option',
  'grant select on ticket to $login',
  'reassign owned by $purpose to $login',
  "select set_config('role', 'none', true)",
  "select set_config('session_authorization', 'postgres', true)",
  "update pg_settings set setting = 'none' where name = 'role'",
  'set session_replication_role = replica',
  'set log_statement = $$all$$',
  "alter system set log_statement = 'all'",
  // Code of one’s own
  'do $$ begin perform 1; end $$',
  "create function f() returns int language plpgsql as 'begin return 1; end'",
  "create function f() returns int language sql as 'select 1'",
  "create function f() returns int language sql security definer as 'select 1'",
  "create procedure f() language sql as 'select 1'",
  'create trigger t before insert on ticket execute function suppress_redundant_updates_trigger()',
  'create rule r as on insert to ticket do nothing',
  'create event trigger e on ddl_command_end execute function samtale_refuse_undeclared()',
  'alter event trigger samtale_undeclared disable',
  'drop event trigger samtale_undeclared',
  'select samtale_undeclared()',
  // Places of one’s own
  'create table x (y int)',
  'create temp table x (y int)',
  'create temp table x as select 1 as y',
  'select 1 as y into x',
  'select 1 as y into temp x',
  'create view x as select 1 as y',
  'create temp view x as select 1 as y',
  'create materialized view x as select 1 as y',
  'create schema x',
  'create sequence x',
  'create type x as (y int)',
  'create domain x as text',
  'create statistics x on email, body from ticket',
  'create publication x for table ticket',
  'create index on ticket (email)',
  'select lo_create(0)',
  "select lo_from_bytea(0, 'x')",
  "select lo_put(1, 0, 'x')",
  'select lo_get(1)',
  'select loread(lo_open(1, 262144), 10)',
  'select data from pg_largeobject',
  "select pg_notify('x', 'y')",
  "select pg_logical_emit_message(false, 'x', 'y')",
  // Taking down the fences
  'alter table ticket disable row level security',
  'alter table ticket no force row level security',
  'create policy p on ticket using (true)',
  'drop policy "in use" on ticket',
  'drop table ticket',
  'alter table ticket add column x int',
  'alter default privileges grant select on tables to public',
  // Files, programs, other sessions
  "copy (select 1) to program 'cat'",
  "copy setting from program 'cat'",
  "copy (select 1) to '/tmp/x'",
  "copy setting from '/etc/passwd'",
  "select pg_read_file('PG_VERSION')",
  "select pg_read_binary_file('PG_VERSION')",
  "select pg_ls_dir('.')",
  "select pg_stat_file('PG_VERSION')",
  "select lo_import('/etc/passwd')",
  "select lo_export(1, '/tmp/x')",
  'select pg_terminate_backend(pg_backend_pid())',
  'select pg_reload_conf()',
  "select pg_create_logical_replication_slot('x', 'test_decoding')",
  // Copies of values and of texts
  'select most_common_vals from pg_stats',
  'select stxdmcv from pg_statistic_ext_data',
  'select stavalues1 from pg_statistic',
  'select rolpassword from pg_authid',
  'select passwd from pg_shadow',
  "select query_to_xml('select 1', true, false, '')",
  "select table_to_xml('ticket', true, false, '')",
  "select database_to_xml(true, false, '')",
  "select * from ts_stat('select body::tsvector from ticket')",
  "select ts_rewrite('a', 'select body::tsquery, body::tsquery from ticket')",
]

describe.each(engines)('in the session of the %s database', (name, open) => {
  let opened: Opened<SampleTables>
  let purpose = ''
  beforeAll(async () => {
    opened = await open()
    purpose = opened.login.replace(/app$/, 'for_correspondence')
    await opened.database.transaction(async (tx) => {
      const db = tx.for('correspondence')
      await db.insertInto('record').values({ id: 'r', kind: 'ticket', subject_id: null, next_check_at: null }).execute()
      const ticket = { id: 't', record_id: 'r', email: 'ana@example.test', body: canary, sent_at: new Date() }
      await db.insertInto('ticket').values(ticket).execute()
    })
  })
  afterAll(() => opened.close())

  const filled = (text: string) =>
    text
      .replaceAll('$owner', name === 'embedded' ? 'postgres' : 'samtale')
      .replaceAll('$login', `"${opened.login}"`)
      .replaceAll('$purpose', `"${purpose}"`)
  const expectRefused = async (text: string) => {
    await expect(opened.raw(filled(text)), text).rejects.toThrow(expect.objectContaining({ code: '42501' }))
    await opened.raw('rollback')
  }

  test('nobody is there at first who may do anything', async () => {
    expect(await opened.raw('select session_user::text as s, current_user::text as c')).toEqual([
      { s: opened.login, c: opened.login },
    ])
    expect(await opened.raw("select current_setting('is_superuser') as super")).toEqual([{ super: 'off' }])
    expect(opened.database.openDoors).toEqual([])
  })

  test.each(withoutPurpose)('without a purpose: %s', (text) => expectRefused(text))
  test.each(always)('without a purpose: %s', (text) => expectRefused(text))
  test.each(always)('for a purpose: %s', async (text) => {
    await opened.raw(`set role "${purpose}"`)
    try {
      await expectRefused(text)
    } finally {
      await opened.raw('reset role')
    }
  })

  test('a purpose is left by nothing but the end of its transaction', async () => {
    await opened.raw(`begin; set local role "${purpose}"`)
    expect(await opened.raw('select body from ticket')).toEqual([{ body: canary }])
    await opened.raw('commit')
    await expectRefused('select body from ticket')
    await opened.raw('reset role; reset all')
    await expectRefused('select body from ticket')
  })

  test('what everybody may look at shows nobody’s values', async () => {
    await opened.raw(`set role "${purpose}"`)
    for (const view of [
      'pg_stat_activity',
      'pg_prepared_statements',
      'pg_cursors',
      'pg_locks',
      'pg_stat_user_tables',
    ]) {
      expect(JSON.stringify(await opened.raw(`select * from ${view}`)), view).not.toContain(canary)
    }
    await opened.raw('reset role')
  })

  test.each(['reset session authorization', 'set session authorization default', 'discard all'])(
    '“%s” leads back to the login',
    async (text) => {
      await opened.raw(text)
      expect(await opened.raw('select session_user::text as s')).toEqual([{ s: opened.login }])
      await expectRefused('select body from ticket')
    },
  )

  test('on the embedded database the session’s own user is left, and the gate before the session closes that way', async () => {
    if (name === 'server') return expectRefused('set session authorization $owner')
    await opened.raw('set session authorization postgres')
    expect(await opened.raw('select body from ticket')).toEqual([{ body: canary }])
    await opened.raw(`set session authorization "${opened.login}"`)
    const stacked = sql<{ x: 1 }>`ticket; set session authorization postgres; select 1`.as('x')
    const db = opened.database.for('correspondence')
    await expect(db.selectFrom(stacked).selectAll().execute()).rejects.toThrow(
      expect.objectContaining({ name: 'DatabaseError', sqlState: '42601' }),
    )
    expect(await opened.raw('select session_user::text as s')).toEqual([{ s: opened.login }])
  })
})
