// What must not compile. The compiler reads these lines in `npm run check`: where one of them did compile, the
// expectation above it would be an error.
import type { RowBindings, TableBindings } from '@samtale/policy'
import { expect, expectTypeOf, test } from 'vitest'
import type { Database } from './database.ts'
import type { Db, Purposes } from './db.ts'
import { schemaMigrationColumns, type PlatformTables, type SchemaMigrationRow } from './tables.ts'

interface RoomsTables {
  room: { name: string }
}

interface AccountsTables {
  account: { id: number; email: string }
}

const roomsStore = (db: Db<RoomsTables>) => ({
  names: () => db.selectFrom('room').select('name'),
  // @ts-expect-error another feature's table
  emails: () => db.selectFrom('account').select('email'),
  // @ts-expect-error a column that the table lacks
  secrets: () => db.selectFrom('room').select('secret'),
  // @ts-expect-error nothing raw: the schema can't be changed from a store
  schema: () => db.schema,
})

test('a store is given its own tables and no other', () => {
  expectTypeOf<Db<RoomsTables & AccountsTables & PlatformTables>>().toExtend<Db<RoomsTables>>()
  expectTypeOf<Db<AccountsTables>>().not.toExtend<Db<RoomsTables>>()
  expectTypeOf(roomsStore).toBeCallableWith({} as Db<RoomsTables & AccountsTables>)
})

/** Forgetting the purpose can't be written. */
const forgetful = (database: Database<RoomsTables>) => ({
  // @ts-expect-error no purpose
  names: () => database.selectFrom('room').select('name'),
  // @ts-expect-error nothing but purposes
  db: () => database.db,
  // @ts-expect-error a purpose is named
  nameless: () => database.for(),
  transaction: () =>
    database.transaction(async (tx) => {
      // @ts-expect-error no purpose
      await tx.selectFrom('room').select('name').execute()
      await tx.for('some').selectFrom('room').select('name').execute()
      // @ts-expect-error another feature's table
      await tx.for('some').selectFrom('account').selectAll().execute()
    }),
})

test('rows are reached for a purpose only', () => {
  expectTypeOf(forgetful).parameter(0).toExtend<Purposes<RoomsTables>>()
  expectTypeOf<Database<RoomsTables & AccountsTables>>().toExtend<Purposes<RoomsTables>>()
  expectTypeOf<Purposes<AccountsTables>>().not.toExtend<Purposes<RoomsTables>>()
})

test('bindings name every column of a row, and none besides', () => {
  const all = {
    id: { nothingPersonal: 'number' },
    email: { holds: 'account', title: { en: 'E-mail', nb: 'E-post', sv: 'E-post' } },
  } as const
  expectTypeOf(all).toExtend<RowBindings<AccountsTables['account']>>()
  const { id } = all
  // @ts-expect-error email is left out
  const lacking = { id } satisfies RowBindings<AccountsTables['account']>
  // @ts-expect-error age is no column
  const more = { ...all, age: id } satisfies RowBindings<AccountsTables['account']>
  // @ts-expect-error a column says what it holds
  const silent = { ...all, id: {} } satisfies RowBindings<AccountsTables['account']>
  // @ts-expect-error the table room is left out
  const tables = { account: all } satisfies TableBindings<AccountsTables & RoomsTables>
  expect([lacking, more, silent, tables]).toHaveLength(4)
  expectTypeOf(schemaMigrationColumns).toExtend<RowBindings<SchemaMigrationRow>>()
})
