import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { JSONColumnType } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enginesForTests } from '../../../../test/db/places.ts'
import { sampleBindings, sampleOptions } from '../../../../test/db/sample.ts'
import { prepareDatabase, type Database } from '../database.ts'
import { pathPattern } from './row-triggers.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-paths-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engines = await enginesForTests()

test('a path is matched as a whole, and a key’s own characters are no pattern', () => {
  const matches = (paths: string[], given: string) => new RegExp(pathPattern(paths)).test(given)
  expect(matches(['a.b'], 'a.b')).toBe(true)
  expect(['a', 'a.b.c', 'a.bc', 'xa.b', 'a+b', 'axb'].filter((given) => matches(['a.b'], given))).toEqual([])
  expect(matches(['a.*.c'], 'a.anything.c')).toBe(true)
  expect(['a.c', 'a.b.b.c'].filter((given) => matches(['a.*.c'], given))).toEqual([])
  expect(['a', 'a.b', 'a.b.c'].every((given) => matches(['a.**'], given))).toBe(true)
  expect(['b', 'ab', 'ab.c'].filter((given) => matches(['a.**'], given))).toEqual([])
  expect(matches(['**'], 'x.y')).toBe(true)
  expect(['(x)', 'x', ''].filter((given) => matches(['(x|.*)'], given))).toEqual([])
})

interface Tables {
  setting: { name: string; value: JSONColumnType<object> | string; list: JSONColumnType<object> | string }
}

describe.each(engines)('in the %s database', (_name, newPlace) => {
  let database: Database<Tables>
  beforeAll(async () => {
    const nothingPersonal = 'a sample'
    const columns = {
      name: { nothingPersonal },
      value: { nothingPersonal, paths: ['theme', 'sizes.*.width', 'free.**'] },
      list: { nothingPersonal, paths: ['id'] },
    }
    const change = `-- retires: setting.count
drop table setting; create table setting (name text, value jsonb, list json)`
    const options = sampleOptions(folder, { bindings: { ...sampleBindings, setting: { columns } }, more: [change] })
    database = await prepareDatabase<Tables>(await (await newPlace()).open(), options)
  })
  afterAll(() => database.close())

  const write = (value: unknown, list: unknown = []) =>
    database
      .for('operation')
      .insertInto('setting')
      .values({ name: 'a', value: JSON.stringify(value), list: JSON.stringify(list) })
      .execute()

  test.each([
    [{ theme: 'dark' }],
    [{ sizes: { small: { width: 1 }, 'very.large': { width: 2 } } }],
    [{ sizes: [{ a: { width: 1 } }, { b: { width: 1 } }] }],
    [{ free: 'anything' }],
    [{ free: { at: [{ all: 1 }] } }],
    [{}],
    [[]],
    [null],
    [{ theme: null }],
  ])('%j is declared', async (value) => {
    await expect(write(value)).resolves.toBeDefined()
  })

  test.each([
    [{ phone: '+4712345678' }],
    [{ theme: 'dark', phone: null }],
    [{ phone: {} }],
    [{ phone: [] }],
    [{ theme: { phone: 1 } }],
    [{ sizes: { small: { height: 1 } } }],
    [{ sizes: { small: 1 } }],
    [{ 'sizes.small.width': 1 }],
    [{ 'ana@example.test': 1 }],
    [[{ phone: 1 }]],
    ['ana@example.test'],
    [7],
  ])('%j is refused, and no word of it is told', async (value) => {
    const refused = write(value)
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'db.constraint', sqlState: 'SM004' }))
    await expect(refused).rejects.toThrow(expect.objectContaining({ message: expect.not.stringMatching(/phone|ana/) }))
  })

  test('a change is held to the same, and so is a column of the older type', async () => {
    await write({ theme: 'light' }, [{ id: 1 }, { id: 2 }])
    const change = database.for('operation').updateTable('setting')
    await expect(change.set({ value: JSON.stringify({ phone: 1 }) }).execute()).rejects.toThrow(
      expect.objectContaining({ sqlState: 'SM004' }),
    )
    await expect(write({}, [{ id: 1, phone: 2 }])).rejects.toThrow(expect.objectContaining({ sqlState: 'SM004' }))
    await change.set({ name: 'b' }).execute()
  })
})
