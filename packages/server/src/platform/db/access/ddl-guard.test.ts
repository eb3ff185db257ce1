import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enginesForTests } from '../../../../test/db/places.ts'
import { sampleBindings, sampleOptions, type SampleTables } from '../../../../test/db/sample.ts'
import { prepareDatabase } from '../database.ts'
import type { Engine } from '../engine.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-guard-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engines = await enginesForTests()

/** What may not be there, and what is told of it. */
const undeclared: [says: string, statement: string][] = [
  ['ticket.phone', 'alter table ticket add column phone text'],
  ['ticket.phone', 'alter table ticket rename column body to phone'],
  ['ticket.phone', 'alter table ticket add column phone text, drop column closed_at'],
  ['visit', 'alter table ticket rename to visit'],
  ['visit', 'create table visit (address text)'],
  ['visit', 'create unlogged table visit (address text)'],
  ['visit', 'create table visit ()'],
  ['visit', 'create table visit (like ticket)'],
  ['visit', 'create table visit () inherits (ticket)'],
  ['visit', 'create table visit as select email from ticket'],
  ['visit', 'create table visit as select email from ticket with no data'],
  ['visit', 'select email into visit from ticket'],
  ['visit', 'create table visit (at date) partition by range (at)'],
  ['visit', 'create view visit as select email from ticket'],
  ['visit', 'create view visit with (security_invoker) as select email from ticket'],
  ['visit', 'create recursive view visit (n) as select 1 union all select n + 1 from visit where n < 3'],
  ['visit', 'create materialized view visit as select email from ticket'],
  ['visit', 'create type part as (address text); create table visit of part'],
  ['pg_temp.visit', 'create temp table visit (address text)'],
  ['pg_temp.visit', 'create temp table visit on commit drop as select email from ticket'],
  ['pg_temp.visit', 'create temp view visit as select email from ticket'],
  ['pg_temp.visit', 'select email into temp visit from ticket'],
  ['hidden.visit', 'create schema hidden create table visit (address text)'],
  ['hidden.ticket', 'create schema hidden; alter table ticket set schema hidden'],
  ['hidden.ticket', 'create schema hidden; create table hidden.ticket (id text)'],
]
const onServer: typeof undeclared = [
  [
    'visit',
    'create foreign data wrapper w; create server s foreign data wrapper w; create foreign table visit (address text) server s',
  ],
  ['setting.phone', "do $$ begin execute 'alter table setting add column phone text'; end $$"],
]

/** What became of each statement, given by the owner of a database that is ready for use. */
async function tryAsOwner({ owner }: Engine, statements: readonly string[]): Promise<Map<string, unknown>> {
  const client = await owner.connect()
  const outcomes = new Map<string, unknown>()
  for (const statement of statements) {
    await client.query('begin', [])
    const outcome = await client.query(statement, []).catch((error: unknown) => error)
    outcomes.set(statement, outcome)
    await client.query('rollback', [])
  }
  client.release()
  return outcomes
}

const allowed = [
  'create index by_value on setting (value)',
  'comment on table setting is $$mine$$',
  'alter table setting alter column value set default $$$$',
  'alter table setting drop column count',
  'alter table setting rename constraint setting_pkey to setting_key',
  'drop table setting; create table setting (name text, value text, count int) partition by list (name)',
]

describe.each(engines)('on the %s database', (name, newPlace) => {
  const refused = name === 'server' ? [...undeclared, ...onServer] : undeclared
  let outcomes = new Map<string, unknown>()
  beforeAll(async () => {
    const engine = await (await newPlace()).open()
    const enter: Engine['enter'] = async (...how) => {
      outcomes = await tryAsOwner(engine, [...refused.map(([, statement]) => statement), ...allowed])
      return engine.enter(...how)
    }
    await (await prepareDatabase({ ...engine, enter }, sampleOptions(folder))).close()
  })

  test.each(refused)('%s: “%s”', (says, statement) => {
    const message = `${says} is in the database and not declared`
    expect(outcomes.get(statement)).toMatchObject({ code: 'SM001', message })
  })

  test.each(allowed)('what brings no column is the owner’s affair: “%s”', (statement) => {
    expect(outcomes.get(statement)).not.toBeInstanceOf(Error)
  })

  test('a migration that brings one is undone as a whole', async () => {
    const place = await newPlace()
    const start = async (...more: string[]) => prepareDatabase(await place.open(), sampleOptions(folder, { more }))
    await (await start()).close()
    await expect(start('create index a on setting (value); alter table setting add column phone text')).rejects.toThrow(
      expect.objectContaining({
        code: 'db.schema-mismatch',
        message: '0005_change.sql: setting.phone is in the database and not declared.',
      }),
    )
    await (await start('create index a on setting (value)')).close()
  })

  test('a migration may take away a column that is watched', async () => {
    const place = await newPlace()
    await (await prepareDatabase(await place.open(), sampleOptions(folder))).close()
    const { body: _, ...columns } = sampleBindings['ticket']?.columns ?? {}
    const bindings = { ...sampleBindings, ticket: { record: 'ticket', columns } }
    const more = ['alter table ticket drop column body']
    const database = await prepareDatabase<SampleTables>(await place.open(), sampleOptions(folder, { bindings, more }))
    const db = database.for('storage')
    await expect(db.updateTable('ticket').set({ email: 'x' }).execute()).resolves.toBeDefined()
    await database.close()
  })

  test('what the bindings declare may come with the same start', async () => {
    const place = await newPlace()
    await (await prepareDatabase(await place.open(), sampleOptions(folder))).close()
    const columns = { ...sampleBindings['setting']?.columns, note: { nothingPersonal: 'a sample' } }
    const bindings = { ...sampleBindings, setting: { columns } }
    const more = ['alter table setting add column note text']
    const next = sampleOptions(folder, { bindings, more })
    await (await prepareDatabase(await place.open(), next)).close()
    // And may not stay when it is declared no more.
    await expect(
      place.open().then((engine) => prepareDatabase(engine, sampleOptions(folder, { more }))),
    ).rejects.toThrow(
      expect.objectContaining({
        code: 'db.schema-mismatch',
        message: 'setting.note is in the database and not declared.',
      }),
    )
  })

  test('a new installation runs old migrations whose columns a later one retires', async () => {
    const older = 'alter table setting add column legacy text; create table visit (address text)'
    const newer = '-- retires: setting.legacy, visit\nalter table setting drop column legacy; drop table visit'
    const start = async (...more: string[]) =>
      prepareDatabase(await (await newPlace()).open(), sampleOptions(folder, { more }))
    await (await start(older, newer)).close()
    await expect(start(older, '-- retires: setting.legacy, visit\ndrop table visit')).rejects.toThrow(
      '0006_change.sql: setting.legacy is in the database and not declared.',
    )
    await expect(start(older, newer.replace('setting.legacy, ', ''))).rejects.toThrow('0005_change.sql: setting.legacy')
  })
})
