// What only a real server has: logins, several installations, several nodes, an owner who is no superuser.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { once, startPostgres, type Postgres } from '../../../test/db/postgres.ts'
import { openRawServer } from '../../../test/db/raw-session.ts'
import { sampleOptions, sampleProcessings, type SampleTables } from '../../../test/db/sample.ts'
import { openDatabase, prepareDatabase, type Database } from './database.ts'
import { openServer } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-server-'))
const trusting = await startPostgres()
const asking = await startPostgres({ letsIn: ['local all all scram-sha-256'] })
const byAccount = await startPostgres({ letsIn: ['local all samtale trust', 'local all all peer map=samtale'] })
afterAll(async () => {
  for (const server of [trusting, asking, byAccount]) await server?.stop()
  rmSync(folder, { recursive: true })
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const coded = (code: string, part = '') => expect.objectContaining({ code, message: expect.stringContaining(part) })

async function start(url: string, options: Parameters<typeof sampleOptions>[1] = {}): Promise<Database<SampleTables>> {
  const database = await prepareDatabase<SampleTables>(await openServer(url), sampleOptions(folder, options))
  closing.push(database.close)
  return database
}

/** Roles of the installation in a database. */
async function rolesOf(url: string): Promise<string[]> {
  const rows = await once(
    url,
    `select rolname from pg_roles, pg_database d where datname = current_database()
      and starts_with(rolname, 'samtale_' || d.oid || '_') order by 1`,
  )
  return rows.map(({ rolname }) => String(rolname))
}

function nameOf(url: string): string {
  return new URL(url.replace('@/', '@host/')).pathname.slice(1)
}

function onEach(server: Postgres | null, run: (server: Postgres) => void): void {
  if (server !== null) run(server)
}

onEach(asking, (server) =>
  describe('where the server asks for passwords', () => {
    test('the login has one of its own, derived from the owner’s, on every node the same', async () => {
      const url = await server.createDatabase()
      const nodes = await Promise.all([start(url), start(url), start(url)])
      for (const node of nodes) {
        await node.for('operation').insertInto('setting').values({ name: crypto.randomUUID(), value: '' }).execute()
      }
      const [role] = await rolesOf(url)
      const [kept] = await once(url, `select rolpassword from pg_authid where rolname = '${role}'`)
      expect(kept?.['rolpassword']).toMatch(/^SCRAM-SHA-256\$4096:/)
      await expect(openServer(server.urlFor('test_1', role ?? ''))).rejects.toThrow(coded('db.unreachable'))
    })

    test('another password of the owner’s is followed by another of the login’s', async () => {
      const url = await server.createDatabase()
      await once(url, 'create role owner login superuser password $$first$$')
      const name = nameOf(url)
      await start(server.urlFor(name, 'owner', 'first'))
      await once(url, 'alter role owner password $$second$$')
      const database = await start(server.urlFor(name, 'owner', 'second'))
      expect(await database.answers()).toBe(true)
    })
  }),
)

onEach(byAccount, (server) =>
  test('where the server goes by accounts of the system, the start says whom to let in', async () => {
    const url = server.urlFor(nameOf(await server.createDatabase()), 'samtale')
    const refusal: unknown = await start(url).catch((error: unknown) => error)
    expect(refusal).toEqual(coded('db.login-refused', 'does not let in the role samtale_'))
    const [, role = ''] = /role (samtale_\w+)/.exec(String(refusal)) ?? []
    await server.letIn(userInfo().username, role)
    expect(await (await start(url)).answers()).toBe(true)
  }),
)

onEach(trusting, (server) => {
  describe('with an owner who is no superuser', () => {
    async function ordinary(rights: string): Promise<{ url: string; root: string }> {
      const root = await server.createDatabase()
      const owner = `owner_of_${nameOf(root)}`
      await once(root, `create role ${owner} login ${rights} password 'hunter2'`)
      await once(root, `alter database ${nameOf(root)} owner to ${owner}`)
      return { root, url: server.urlFor(nameOf(root), owner, 'hunter2') }
    }

    test('purposes are kept apart, and what stays open is told', async () => {
      const { url } = await ordinary('createrole')
      const database = await start(url)
      const open = database.openDoors.map(({ what }) => what)
      expect(open).toEqual(expect.arrayContaining(['the function set_config', 'the language plpgsql']))
      expect(open).not.toContain('making schemas and temporary tables')
      const db = database.for('correspondence')
      expect(await db.selectFrom('ticket').select('email').execute()).toEqual([])
      await expect(database.for('newsletter').selectFrom('ticket').select('email').execute()).rejects.toThrow(
        coded('db.purpose-denied'),
      )
      // Through the server’s own code it is closed all the same.
      await expect(
        db
          .selectFrom('ticket')
          .select(({ fn }) => fn('set_config', []).as('x'))
          .execute(),
      ).rejects.toThrow(coded('db.statement-refused'))
      // Again, on roles that are there: with another plan too.
      const { send: _, ...fewer } = sampleProcessings
      const next = await start(url, { processings: fewer })
      await expect(next.for('newsletter').selectFrom('subscription').select('email').execute()).rejects.toThrow(
        coded('db.purpose-denied'),
      )
    })

    test('a superuser may close what is open, once', async () => {
      const { url, root } = await ordinary('createrole')
      const { openDoors } = await start(url)
      for (const { closedBy } of openDoors) await once(root, closedBy)
      expect((await start(url)).openDoors).toEqual([])
    })

    test('a migration with an undeclared column is refused, and one that changes rows reaches them', async () => {
      const { url } = await ordinary('createrole')
      const database = await start(url)
      await expect(start(url, { more: ['alter table setting add column phone text'] })).rejects.toThrow(
        coded('db.schema-mismatch', '0005_change.sql: setting.phone is in the database and not declared.'),
      )
      await database.transaction(async (tx) => {
        const db = tx.for('correspondence')
        const ticket = { id: 't', record_id: 'r', email: 'ana@example.test', body: 'old', sent_at: new Date() }
        await db
          .insertInto('record')
          .values({ id: 'r', kind: 'ticket', subject_id: null, next_check_at: null })
          .execute()
        await db.insertInto('ticket').values(ticket).execute()
      })
      await start(url, { more: ["update ticket set body = 'new'"] })
      expect(await database.for('correspondence').selectFrom('ticket').select('body').execute()).toEqual([
        { body: 'new' },
      ])
    })

    test('one who may not make roles is told what to do', async () => {
      const { url } = await ordinary('')
      const refused = start(url)
      await expect(refused).rejects.toThrow(coded('db.owner-rights', 'permission denied to create role'))
      await expect(refused).rejects.toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
      )
    })
  })

  test('two installations on one server are strangers to each other', async () => {
    const [one, other] = [await server.createDatabase(), await server.createDatabase()]
    const first = await openRawServer<SampleTables>(one, sampleOptions(folder))
    closing.push(first.close)
    await start(other)
    const [ours, theirs] = [await rolesOf(one), await rolesOf(other)]
    expect(ours).not.toEqual(theirs)
    for (const role of theirs) {
      await expect(first.raw(`set role "${role}"`)).rejects.toThrow(expect.objectContaining({ code: '42501' }))
    }
    const stranger = server.urlFor(nameOf(other), first.login)
    await expect(once(stranger, 'select 1')).rejects.toThrow(expect.objectContaining({ code: '42501' }))
    // Nor does a start of one touch the roles of the other.
    await start(one)
    expect(await rolesOf(other)).toEqual(theirs)
  })

  test('while a node works another starts, and no statement fails', async () => {
    const url = await server.createDatabase()
    const working = await start(url)
    const starting = new AbortController()
    let done = 0
    const work = (async () => {
      do {
        await working
          .for('operation')
          .insertInto('setting')
          .values({ name: `s-${done}`, value: '' })
          .execute()
        await working.for('correspondence').selectFrom('ticket').select('email').execute()
        done += 1
      } while (!starting.signal.aborted)
    })()
    for (let node = 0; node < 4; node += 1) await start(url)
    starting.abort()
    await work
    expect(await working.for('operation').selectFrom('setting').select('name').execute()).toHaveLength(done)
  })

  test('a change of the policy between starts is a change of rights', async () => {
    const url = await server.createDatabase()
    const before = await start(url)
    await before.for('triage').selectFrom('ticket').select('body').execute()
    const changed = {
      answer: { purpose: 'correspondence', categories: ['contact.message'] },
      count: { purpose: 'statistics', categories: ['contact.message'] },
    } as const
    const after = await start(url, { processings: changed })
    expect(await after.for('statistics').selectFrom('ticket').select('body').execute()).toEqual([])
    await expect(after.for('correspondence').selectFrom('ticket').select('email').execute()).rejects.toThrow(
      coded('db.purpose-denied'),
    )
    expect(() => after.for('triage')).toThrow(coded('db.purpose-unknown'))
    // The node that still runs under the old policy has no more than the new one gives.
    for (const purpose of ['triage', 'newsletter']) {
      await expect(before.for(purpose).selectFrom('subscription').select('id').execute()).rejects.toThrow(
        expect.objectContaining({ name: 'DatabaseError' }),
      )
    }
    await expect(before.for('correspondence').selectFrom('ticket').select('email').execute()).rejects.toThrow(
      coded('db.purpose-denied'),
    )
    expect((await rolesOf(url)).map((role) => role.replace(/^samtale_\d+_/, ''))).toEqual([
      'app',
      'for_correspondence',
      'for_legal-claims',
      'for_operation',
      'for_statistics',
      'for_storage',
      'for_subject-access',
    ])
  })

  describe('what somebody changed by hand', () => {
    const changes: [what: string, statement: string][] = [
      ['a right for everybody', 'grant select on ticket to public'],
      ['a right on a column', 'grant select (email) on ticket to $for_triage'],
      ['a right for the login', 'grant all on ticket to $app'],
      ['a right to pass on', 'grant select on setting to $for_operation with grant option'],
      ['a right for a stranger', 'create role stranger_$db; grant select on ticket to stranger_$db'],
      ['a policy', 'create policy mine on ticket using (true)'],
      ['the policy’s own rows', 'alter policy "in use" on ticket using (true)'],
      ['the policy’s own roles', 'alter policy "also restricted" on ticket to public'],
      ['row-level security', 'alter table ticket disable row level security, no force row level security'],
      ['an attribute', 'alter role $app inherit bypassrls'],
      ['a stronger role', 'alter role $for_triage superuser login'],
      ['a membership', 'grant pg_read_all_data to $for_triage'],
      ['a membership of the login', 'grant pg_read_all_data to $app'],
      ['a membership of a stranger', 'create role guest_$db; grant $for_correspondence to guest_$db'],
      [
        'a setting',
        'alter role $app set search_path = nowhere; alter role $for_triage in database $db set row_security = off',
      ],
      [
        'a function for everybody',
        'create function peek() returns text language sql security definer as $$select email from ticket$$',
      ],
      ['a watch', 'alter event trigger samtale_undeclared disable'],
      ['a trigger', 'alter table ticket disable trigger samtale_only_clears'],
      ['temporary tables', 'grant temporary on database $db to public; grant create on schema public to public'],
      ['a door', 'grant execute on function set_config to public; grant usage on language plpgsql to public'],
      ['statistics', 'alter table ticket alter column email set statistics 100'],
    ]

    test.each(changes)('%s is undone by the next start', async (_what, statement) => {
      const url = await server.createDatabase()
      const untouched = await start(url)
      const before = await state(url)
      const [app = ''] = await rolesOf(url)
      const filled = statement
        .replaceAll(/\$(app|for_\w+)/g, (_all, name: string) => `"${app.replace(/app$/, name)}"`)
        .replaceAll('$db', nameOf(url))
      await once(url, filled)
      expect(await state(url)).not.toEqual(before)
      await start(url)
      expect(await state(url)).toEqual(before)
      expect(await untouched.answers()).toBe(true)
    })

    test('a role that owns something is refused', async () => {
      const url = await server.createDatabase()
      await start(url)
      const [app = ''] = await rolesOf(url)
      await once(url, `alter function samtale_undeclared owner to "${app}"`)
      await expect(start(url)).rejects.toThrow(coded('db.unsafe-role', `${app} owns something`))
    })

    test('a view that reads as its maker is refused, and so is a structure without paths', async () => {
      const url = await server.createDatabase()
      await start(url)
      await once(url, 'alter event trigger samtale_undeclared disable')
      await once(
        url,
        'drop table setting; create view setting as select id as name, id as value, 1 as count from ticket',
      )
      await expect(start(url)).rejects.toThrow(coded('db.schema-mismatch', 'setting is a view that reads as its maker'))
      await once(url, 'drop view setting; create table setting (name text, value jsonb, count int)')
      await expect(start(url)).rejects.toThrow(coded('db.schema-mismatch', 'setting.value is jsonb, and its paths'))
      await once(
        url,
        'alter table setting alter column value type text using null; alter table ticket alter record_id drop not null',
      )
      await expect(start(url)).rejects.toThrow(coded('db.schema-mismatch', 'ticket.record_id may be null'))
    })
  })

  test('values leave no trace in statistics', async () => {
    const url = await server.createDatabase()
    const database = await start(url)
    const canary = 'canary-51c2@example.test'
    await database.transaction(async (tx) => {
      const db = tx.for('newsletter')
      for (let row = 0; row < 50; row += 1) {
        await db
          .insertInto('record')
          .values({ id: `r${row}`, kind: 'subscription', subject_id: null, next_check_at: null })
          .execute()
        const email = `${row}${canary}`
        await db
          .insertInto('subscription')
          .values({ id: `s${row}`, record_id: `r${row}`, email, language: 'en' })
          .execute()
      }
    })
    await once(url, 'create index by_domain on subscription (lower(email))')
    await start(url)
    await once(url, 'analyze')
    const [kept] = await once(url, 'select string_agg(s::text, $$ $$) as kept from pg_statistic s')
    expect(String(kept?.['kept'])).toContain('subscription')
    expect(String(kept?.['kept'])).not.toContain('canary')
  })
})

/** Everything that decides who may do what, as the catalogue has it. */
async function state(url: string): Promise<unknown> {
  const rows = await once(
    url,
    `select json_build_object(
      'relations', (select json_agg(json_build_array(c.relname, c.relacl::text, c.relrowsecurity, c.relforcerowsecurity) order by c.relname)
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'),
      'columns', (select json_agg(json_build_array(a.attrelid::regclass, a.attname, a.attacl::text, a.attstattarget) order by 1::text, a.attrelid, a.attnum)
        from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0),
      'policies', (select json_agg(json_build_array(tablename, policyname, roles, qual, with_check) order by tablename, policyname) from pg_policies),
      'roles', (select json_agg(to_jsonb(r) - 'rolpassword' order by r.rolname) from pg_roles r, pg_database d
        where d.datname = current_database() and starts_with(rolname, 'samtale_' || d.oid)),
      'members', (select json_agg(json_build_array(a.roleid::regrole, a.member::regrole, a.admin_option) order by a.roleid, a.member)
        from pg_auth_members a join pg_roles r on r.oid = a.roleid or r.oid = a.member, pg_database d
        where d.datname = current_database() and starts_with(rolname, 'samtale_' || d.oid)),
      'settings', (select count(*) from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, pg_database d
        where d.datname = current_database() and starts_with(rolname, 'samtale_' || d.oid)),
      'public', (select json_build_array(has_database_privilege('public', current_database(), 'temporary'),
        has_schema_privilege('public', 'public', 'create'), has_function_privilege('public', 'set_config(text,text,boolean)', 'execute'),
        has_language_privilege('public', 'plpgsql', 'usage'))),
      'executable', (select count(*) from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')),
      'watch', (select json_agg(evtenabled) from pg_event_trigger),
      'triggers', (select json_agg(json_build_array(tgname, tgenabled) order by tgname, tgrelid) from pg_trigger where starts_with(tgname, 'samtale_'))
    ) as state`,
  )
  return rows[0]?.['state']
}

test('a server that is not there is named without its password', async () => {
  const url = 'postgres://samtale:hunter2@127.0.0.1:9/samtale'
  const bindings = {}
  const opened = openDatabase({ folder, serverUrl: url, bindings, plan: { tables: {}, purposes: {} } })
  await expect(opened).rejects.toThrow(coded('db.unreachable', '127.0.0.1:9'))
  await expect(opened).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }))
})
