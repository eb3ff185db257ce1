import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  DummyDriver,
  RawNode,
  sql,
  type KyselyPlugin,
} from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/db/test-database.ts'
import { schemaMigrationColumns, type SchemaMigrationRow } from '../tables.ts'
import { forbiddenFunctions, forbiddenViews, isAllowed } from './gate.ts'

interface Tables {
  schema_migration: SchemaMigrationRow
}

const compiler = new Kysely<Tables>({
  dialect: {
    createDriver: () => new DummyDriver(),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  },
})

test('what stores write passes', () => {
  const statements = [
    compiler.selectFrom('schema_migration').selectAll(),
    compiler
      .selectFrom('schema_migration')
      .select('name')
      .union(compiler.selectFrom('schema_migration').select('name')),
    compiler
      .with('a', (db) => db.selectFrom('schema_migration').select('name'))
      .selectFrom('a')
      .selectAll(),
    compiler
      .insertInto('schema_migration')
      .values({ number: 1, name: 'set_config', content_hash: '', applied_at: new Date() }),
    compiler.updateTable('schema_migration').set({ name: 'U&"x' }),
    compiler.deleteFrom('schema_migration'),
  ]
  for (const statement of statements) expect(isAllowed(statement.compile().sql)).toBe(true)
})

test.each([
  'set role postgres',
  'SET SESSION AUTHORIZATION postgres',
  ' reset role',
  '/* select */ set role x',
  '-- select\nset role x',
  'begin',
  'commit',
  'rollback',
  'do $$ begin end $$',
  'copy x to stdout',
  'explain select 1',
  'call x()',
  'prepare x as select 1',
  'execute x',
  'declare x cursor for select 1',
  'discard all',
  'table x',
  'values (1)',
  'selected',
  '',
  ...forbiddenFunctions.map((name) => `select ${name}('a')`),
  ...forbiddenFunctions.map((name) => `select pg_catalog."${name}"('a')`),
  ...forbiddenViews.map((name) => `select * from ${name.toUpperCase()}`),
  'select U&"set\\005fconfig"($$role$$, $$none$$, true)',
  "select u&\"set!005fconfig\" uescape '!' ('role')",
])('“%s” does not', (text) => {
  expect(isAllowed(text)).toBe(false)
})

const database = await createTestDatabase<Tables>({
  columns: { schema_migration: schemaMigrationColumns },
  migrations: new URL('../../../../test/db/first-migration', import.meta.url).pathname,
})
afterAll(() => database.close())

test('a query that was turned into something else is refused', async () => {
  const db = database.for('operation')
  const turned: KyselyPlugin = {
    transformQuery: () => RawNode.createWithSql('set session authorization postgres'),
    transformResult: async ({ result }) => result,
  }
  await expect(db.selectFrom('schema_migration').selectAll().withPlugin(turned).execute()).rejects.toThrow('RawNode')
  const refused = expect.objectContaining({ name: 'DatabaseError', code: 'db.statement-refused' })
  await expect(db.selectFrom('schema_migration').selectAll().explain()).rejects.toThrow(refused)
  const setting = sql<string>`set_config('role', 'none', true)`.as('role')
  await expect(db.selectFrom('schema_migration').select(setting).execute()).rejects.toThrow(refused)
  expect(await db.selectFrom('schema_migration').select('number').execute()).toEqual([{ number: 1 }])
})

test('nothing of Kysely’s that could give a statement of one’s own is handed out', () => {
  const db: object = database.for('operation')
  expect(Object.keys(db).toSorted()).toEqual(['deleteFrom', 'insertInto', 'selectFrom', 'updateTable'])
  expect(Object.getPrototypeOf(db)).toBe(Object.prototype)
  expect(Object.keys(database).toSorted()).toEqual(['answers', 'close', 'copy', 'for', 'openDoors', 'transaction'])
})
