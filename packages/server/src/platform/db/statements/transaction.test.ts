import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../../test/db/postgres.ts'
import { openRawEmbedded, openRawServer, type Opened } from '../../../../test/db/raw-session.ts'
import { sampleOptions, type SampleTables } from '../../../../test/db/sample.ts'
import type { Purposes } from '../db.ts'
import { toDatabaseError } from './database-error.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-transactions-'))
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

const coded = (code: string) => expect.objectContaining({ name: 'DatabaseError', code })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(engines)('on the %s database', (name, open) => {
  let opened: Opened<SampleTables>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  // The table is about nobody, so its rows go without a record.
  beforeEach(async () => {
    await opened.database.for('operation').deleteFrom('setting').execute()
  })

  const add = (purposes: Purposes<SampleTables>, setting: string) =>
    purposes.for('operation').insertInto('setting').values({ name: setting, value: '' }).execute()
  const names = async () =>
    (await opened.database.for('operation').selectFrom('setting').select('name').orderBy('name').execute()).map(
      (row) => row.name,
    )

  test('several purposes speak in one transaction, each with its own rights, in whatever order', async () => {
    await opened.database.transaction(async (tx) => {
      const correspondence = tx.for('correspondence')
      const record = { id: 'r', kind: 'ticket', subject_id: null, next_check_at: null }
      const ticket = { id: 't', record_id: 'r', email: 'ana@example.test', body: '', sent_at: new Date() }
      // Given at once, done one after another: role and statement stay together.
      const results = await Promise.all([
        correspondence.insertInto('record').values(record).execute(),
        add(tx, 'job'),
        correspondence.insertInto('ticket').values(ticket).execute(),
        tx.for('storage').updateTable('record').set({ next_check_at: new Date() }).where('id', '=', 'r').execute(),
        tx.for('triage').selectFrom('ticket').select('body').execute(),
      ])
      expect(results[4]).toEqual([{ body: '' }])
    })
    expect(await names()).toEqual(['job'])
    const rows = await opened.database.for('storage').selectFrom('record').select('next_check_at').execute()
    expect(rows).toEqual([{ next_check_at: expect.any(Date) }])
  })

  test('another purpose’s rights don’t stay behind, however the purposes take turns', async () => {
    const reads = {
      correspondence: (tx: Purposes<SampleTables>) => tx.for('correspondence').selectFrom('ticket').select('email'),
      newsletter: (tx: Purposes<SampleTables>) => tx.for('newsletter').selectFrom('subscription').select('email'),
      operation: (tx: Purposes<SampleTables>) => tx.for('operation').selectFrom('setting').select('name'),
    }
    const purpose = fc.constantFrom('correspondence' as const, 'newsletter' as const, 'operation' as const)
    const turns = fc.array(purpose, { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(turns, purpose, purpose, async (before, own, other) => {
        fc.pre(own !== other)
        const run = opened.database.transaction(async (tx) => {
          for (const turn of before) await reads[turn](tx).execute()
          await reads[own](tx).execute()
          // The other's table, asked for by one's own purpose.
          const stranger = { correspondence: 'ticket', newsletter: 'subscription', operation: 'setting' } as const
          await tx.for(own).selectFrom(stranger[other]).selectAll().execute()
        })
        await expect(run).rejects.toThrow(coded('db.purpose-denied'))
      }),
      { numRuns: 40 },
    )
  })

  test('an error undoes all of it, whoever throws it', async () => {
    await expect(
      opened.database.transaction(async (tx) => {
        await add(tx, 'a')
        throw new TypeError('the caller’s own')
      }),
    ).rejects.toThrow(new TypeError('the caller’s own'))
    await expect(
      opened.database.transaction(async (tx) => {
        await add(tx, 'a')
        await add(tx, 'a')
      }),
    ).rejects.toThrow(coded('db.conflict'))
    expect(await names()).toEqual([])
  })

  test('an error that was swallowed is told, since nothing was kept', async () => {
    const run = opened.database.transaction(async (tx) => {
      await add(tx, 'a')
      await add(tx, 'a').catch(() => {})
      return 'done'
    })
    await expect(run).rejects.toThrow(coded('db.rolled-back'))
    expect(await names()).toEqual([])
  })

  test('a statement that comes after the end is refused, also in a later transaction', async () => {
    const { database } = opened
    const late = await database.transaction(async (tx) => {
      await add(tx, 'a')
      return tx
    })
    await expect(add(late, 'b')).rejects.toThrow(coded('db.transaction-over'))
    await expect(database.transaction(async () => add(late, 'b'))).rejects.toThrow(coded('db.transaction-over'))
    expect(await names()).toEqual(['a'])
  })

  test('a statement beside the transaction that one is in is refused, and does not wait for ever', async () => {
    const { database } = opened
    await expect(database.transaction(async () => add(database, 'a'))).rejects.toThrow(coded('db.outside-transaction'))
    await expect(database.transaction(async () => database.transaction(async (tx) => add(tx, 'a')))).rejects.toThrow(
      coded('db.outside-transaction'),
    )
    // What a transaction set going and didn't wait for is not in it any more.
    const { promise, resolve } = Promise.withResolvers<unknown>()
    await database.transaction(async () => {
      setTimeout(() => resolve(add(database, 'after')), 30)
    })
    await promise
    expect(await names()).toEqual(['after'])
  })

  test('nobody’s statement gets into another’s transaction', async () => {
    const order: string[] = []
    const inside = opened.database.transaction(async (tx) => {
      await add(tx, 'a')
      await pause(20)
      await add(tx, 'b')
      order.push('inside')
      throw new Error('undo')
    })
    const beside = add(opened.database, 'c').then(() => order.push('beside'))
    await expect(inside).rejects.toThrow('undo')
    await beside
    expect(await names()).toEqual(['c'])
    // On the embedded database there is one connection, so the other waits.
    if (name === 'embedded') expect(order).toEqual(['inside', 'beside'])
  })

  test('rows that another holds are skipped where that is asked for', async () => {
    if (name === 'embedded') return
    await add(opened.database, 'a')
    await add(opened.database, 'b')
    const take = (tx: Purposes<SampleTables>) =>
      tx
        .for('operation')
        .selectFrom('setting')
        .select('name')
        .orderBy('name')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .execute()
    const { promise: bothTook, resolve } = Promise.withResolvers<void>()
    const taken: unknown[] = []
    const one = async () =>
      opened.database.transaction(async (tx) => {
        taken.push(...(await take(tx)))
        if (taken.length === 2) resolve()
        await bothTook
      })
    await Promise.all([one(), one()])
    expect(taken).toEqual(expect.arrayContaining([{ name: 'a' }, { name: 'b' }]))
  })

  test('a connection that is cut off ends its transaction and nothing else', async () => {
    if (opened.owner === null) return
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${opened.login}' and state = 'idle in transaction'`
    const { owner } = opened
    const run = opened.database.transaction(async (tx) => {
      await add(tx, 'a')
      await owner(cut)
      await add(tx, 'b')
    })
    await expect(run).rejects.toThrow(coded('db.unavailable'))
    await add(opened.database, 'c')
    expect(await names()).toEqual(['c'])
    expect(await opened.database.answers()).toBe(true)
  })
})

test('after the end nothing is answered', async () => {
  const { database, close } = await openRawEmbedded<SampleTables>(sampleOptions(folder))
  await close()
  expect(await database.answers()).toBe(false)
  await expect(database.for('operation').selectFrom('setting').selectAll().execute()).rejects.toThrow(
    coded('db.unavailable'),
  )
})

test.each(['EPIPE', 'EBUSY', 'ECONNRESET'])('a way to the server that ends with %s is no answer of its', (code) => {
  const broken = Object.assign(new Error('write'), { code, errno: -32, syscall: 'write' })
  expect(toDatabaseError(broken, 'operation')).toMatchObject({ code: 'db.unavailable', sqlState: null })
})
