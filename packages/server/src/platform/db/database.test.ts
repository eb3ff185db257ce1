import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { prepareDatabase } from './database.ts'
import { openServerPool } from './server-pool.ts'
import { schemaMigrationColumns, type SchemaMigrationRow } from './tables.ts'
import { enginesForTests, type Place } from '../../../test/db/places.ts'
import { preparation } from '../../../test/db/test-database.ts'

interface Tables {
  schema_migration: SchemaMigrationRow
  note: { id: number; body: string }
}

const columns = {
  schema_migration: schemaMigrationColumns,
  note: { id: { nothingPersonal: 'number' }, body: { nothingPersonal: 'a sample text' } },
}
const firstMigration = fileURLToPath(new URL('../../../migrations/0001_schema_migration.sql', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'samtale-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engines = await enginesForTests()

/** A folder of migrations: the ledger, the note, then these. */
function migrations(...texts: string[]): string {
  const own = mkdtempSync(path.join(folder, 'm-'))
  cpSync(firstMigration, path.join(own, path.basename(firstMigration)))
  const all = ['create table note (id int primary key, body text not null)', ...texts]
  all.forEach((text, index) => writeFileSync(path.join(own, `000${index + 2}_change.sql`), text))
  return own
}

const open = async (place: Place, folderOfMigrations: string) =>
  prepareDatabase<Tables>(await place.open(), preparation<Tables>({ columns, migrations: folderOfMigrations }))
const refused = (code: string, part: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(part) })

describe.each(engines)('on the %s database', (_name, newPlace) => {
  test('an empty database is migrated, and tells what it ran', async () => {
    const database = await open(await newPlace(), migrations())
    const db = database.for('operation')
    const rows = await db.selectFrom('schema_migration').select(['number', 'name', 'applied_at']).execute()
    expect(rows[0]).toEqual({ number: 1, name: 'schema_migration', applied_at: expect.any(Date) })
    expect(await database.answers()).toBe(true)
    // Nothing raw at run time either.
    expect(Object.keys(db).sort()).toEqual(['deleteFrom', 'insertInto', 'selectFrom', 'updateTable'])
    await database.close()
  })

  // What comes undeclared, in all its kinds, is in access/ddl-guard.test.ts.
  test.each([
    ['alter table note drop column body', 'note.body is declared and not in the database'],
    ['drop table note', 'note is declared and not in the database'],
    ['create unlogged table "constructor" (x int)', 'constructor is in the database and not declared'],
  ])('after “%s” the server refuses to start', async (change, says) => {
    await expect(open(await newPlace(), migrations(change))).rejects.toThrow(refused('db.schema-mismatch', says))
  })

  test('a migration that fails is undone as a whole, and named', async () => {
    const place = await newPlace()
    const bad = migrations('create table half (x int); select nothing from nowhere')
    await expect(open(place, bad)).rejects.toThrow(refused('db.migration-failed', '0003_change.sql'))
    const database = await open(place, migrations())
    await database.close()
  })

  test('a migration that was changed after it ran, or is not there any more, is refused', async () => {
    const place = await newPlace()
    await (await open(place, migrations('select 1'))).close()
    await expect(open(place, migrations('select 2'))).rejects.toThrow(
      refused('db.migration-changed', '0003_change.sql'),
    )
    await expect(open(place, migrations())).rejects.toThrow(refused('db.migration-changed', '0003_change.sql'))
    await (await open(place, migrations('select 1'))).close()
  })

  test('line ends that a checkout turned are no change', async () => {
    const place = await newPlace()
    await (await open(place, migrations('select 1;\nselect 2;\n'))).close()
    await (await open(place, migrations('select 1;\r\nselect 2;\r\n'))).close()
    await expect(open(place, migrations('select 1; select 2;'))).rejects.toThrow(
      refused('db.migration-changed', '0003'),
    )
  })
})

test('servers that start at the same time take turns', async () => {
  const onServer = engines.find(([name]) => name === 'server')
  if (onServer === undefined) return
  const place = await onServer[1]()
  const same = migrations('create schema once; drop schema once')
  const all = await Promise.all([1, 2, 3, 4].map(() => open(place, same)))
  const rows = await all[0]
    ?.for('operation')
    .selectFrom('schema_migration')
    .select('number')
    .orderBy('number')
    .execute()
  expect(rows).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }])
  for (const database of all) await database.close()
})

test('a server that is not there is named without its password', async () => {
  await expect(openServerPool('postgres://samtale:hunter2@127.0.0.1:9/samtale')).rejects.toThrow(
    refused('db.unreachable', '127.0.0.1:9'),
  )
  await expect(openServerPool('postgres://samtale:hunter2@127.0.0.1:9/samtale')).rejects.toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  )
})
