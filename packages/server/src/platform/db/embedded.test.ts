import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from './embedded.ts'
import { openTestPool } from '../../../test/db/test-database.ts'

/** Making a database takes seconds, and on a busy machine several times that. */
const firstStart = 120_000
const folders = mkdtempSync(path.join(tmpdir(), 'samtale-embedded-'))
const memory = await openTestPool()
afterAll(async () => {
  await memory.end()
  rmSync(folders, { recursive: true })
})

async function ask(pool: PostgresPool, statement: string): Promise<unknown[]> {
  const client = await pool.connect()
  try {
    return (await client.query(statement, [])).rows
  } finally {
    client.release()
  }
}

/** Another process that opens the folder, runs a statement, says so and stays. */
async function otherProcess(folder: string, statement: string): Promise<ChildProcess> {
  const module = new URL('./embedded.ts', import.meta.url).href
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(module)})
    const { owner } = await openEmbedded(${JSON.stringify(folder)})
    const client = await owner.connect()
    await client.query(${JSON.stringify(statement)}, [])
    console.log('done')
    setInterval(() => {}, 1000)`
  const file = path.join(folders, 'other.mjs')
  writeFileSync(file, program)
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

test(
  'a folder is made for this account alone, refused to a second process, and survives a crash',
  async () => {
    const folder = path.join(folders, 'data', 'db')
    // What a first start leaves that was cut short.
    mkdirSync(path.join(folder, 'files-unfinished'), { recursive: true })
    writeFileSync(path.join(folder, 'files-unfinished', 'PG_VERSION'), '18')
    const other = await otherProcess(folder, 'create table kept (x int); insert into kept values (7)')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await expect(openEmbedded(folder)).rejects.toThrow(expect.objectContaining({ code: 'db.in-use' }))
    await killed(other)

    const { owner, abandon } = await openEmbedded(folder)
    expect(await ask(owner, 'select x from kept')).toEqual([{ x: 7 }])
    await expect(openEmbedded(folder)).rejects.toThrow(expect.objectContaining({ code: 'db.in-use' }))
    await abandon()
  },
  firstStart,
)

test('a folder that can’t be opened is told with its reason, and given free again', async () => {
  const folder = path.join(folders, 'damaged')
  mkdirSync(path.join(folder, 'files'), { recursive: true })
  writeFileSync(path.join(folder, 'files', 'PG_VERSION'), 'nonsense')
  const refused = expect.objectContaining({ code: 'db.open-failed', message: expect.stringContaining(folder) })
  await expect(openEmbedded(folder)).rejects.toThrow(refused)
  await expect(openEmbedded(folder)).rejects.toThrow(refused)
  writeFileSync(path.join(folders, 'file'), '')
  await expect(openEmbedded(path.join(folders, 'file', 'db'))).rejects.toThrow(
    expect.objectContaining({ code: 'db.open-failed' }),
  )
})

test('while a slow statement runs the event loop turns', async () => {
  const order: string[] = []
  const slow = ask(memory, 'select count(*)::int as n from generate_series(1, 2000000)').then(() =>
    order.push('statement'),
  )
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
  order.push('turned')
  await slow
  expect(order).toEqual(['turned', 'statement'])
})

test('nobody’s statement gets into another’s transaction', async () => {
  const db = new Kysely<{ step: { x: number } }>({ dialect: new PostgresDialect({ pool: memory }) })
  await sql`create table step (x int)`.execute(db)
  const order: string[] = []
  const transaction = db.transaction().execute(async (own) => {
    await own.insertInto('step').values({ x: 1 }).execute()
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push('inside')
    await own.insertInto('step').values({ x: 2 }).execute()
    throw new Error('undo')
  })
  const outside = db
    .insertInto('step')
    .values({ x: 3 })
    .execute()
    .then(() => order.push('outside'))
  await expect(transaction).rejects.toThrow('undo')
  await outside
  expect(order).toEqual(['inside', 'outside'])
  expect(await db.selectFrom('step').select('x').execute()).toEqual([{ x: 3 }])
})

test('an error carries its SQLSTATE and not the values it is about', async () => {
  await ask(memory, 'create table person (email text unique)')
  const twice = ask(memory, "insert into person values ('ana@example.test'), ('ana@example.test')")
  await expect(twice).rejects.toThrow(expect.objectContaining({ code: '23505' }))
  await expect(twice).rejects.toThrow(expect.not.stringContaining('ana@example.test'))
  expect(JSON.stringify(await twice.catch((error: unknown) => ({ ...Object(error) })))).not.toContain(
    'ana@example.test',
  )
})

test('what was asked before the end is answered, what comes after is refused', async () => {
  const pool = await openTestPool()
  const waiting = ask(pool, 'select count(*) from generate_series(1, 2000000)')
  const closed = pool.end()
  await expect(waiting).resolves.toHaveLength(1)
  await closed
  await expect(ask(pool, 'select 1')).rejects.toThrow('ended')
})
