import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
import { enginesForTests } from '../../../test/db/places.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { systemClock } from '../clock.ts'
import { defineJobs } from './catalogue.ts'
import { createJobQueue } from './queue.ts'
import { JobRunner } from './runner.ts'
import type { JobTables } from './tables.ts'

const jobs = defineJobs({ 'mail.send': { about: 'mail', purposes: ['storage'] } })
const queue = createJobQueue(jobs, systemClock)
const log = createLog('error', () => {})
const engines = await enginesForTests()

function node(database: Database<JobTables>, done: string[]): JobRunner<typeof jobs, JobTables> {
  const handlers = { 'mail.send': async ({ about }: { about: string }) => void done.push(about) }
  return new JobRunner({ database, jobs, handlers, clock: systemClock, log })
}

const mail = { purpose: 'service-notice', categories: ['mail.address'] } as const

describe.each(engines)('%s', (_name, newPlace) => {
  let database: Database<JobTables>
  beforeAll(async () => {
    database = await openAppTestDatabase({ mail }, await (await newPlace()).open())
  })
  afterAll(() => database.close())

  const left = () => database.for('operation').selectFrom('job').selectAll().execute()

  test('several nodes share the work, and nobody does another’s', async () => {
    const asked = Array.from({ length: 60 }, () => newId())
    for (const about of asked) await queue.enqueue(database, 'mail.send', about)
    const done: string[][] = [[], [], [], []]
    const nodes = done.map((own) => node(database, own))
    for (const one of nodes) await one.start()
    await expect.poll(() => done.flat().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(asked.length)
    for (const one of nodes) await one.stop(5_000)
    expect(done.flat().length).toBe(asked.length)
    expect(new Set(done.flat())).toEqual(new Set(asked))
    expect(done.filter((own) => own.length > 0).length).toBeGreaterThan(1)
    expect(await left()).toEqual([])
  })

  test('a job is asked for with its transaction, or not at all', async () => {
    const [kept, undone] = [newId(), newId()]
    await database.transaction((transaction) => queue.enqueue(transaction, 'mail.send', kept))
    await expect(
      database.transaction(async (transaction) => {
        await queue.enqueue(transaction, 'mail.send', undone)
        throw new Error('the rest failed')
      }),
    ).rejects.toThrow('the rest failed')
    const done: string[] = []
    await node(database, done).runDue()
    expect(done).toEqual([kept])
  })

  test('a job that somebody asks for again while it ends is done again', async () => {
    const about = newId()
    const done: string[] = []
    const runner = node(database, done)
    await runner.start()
    for (let round = 0; round < 8; round += 1) {
      await queue.enqueue(database, 'mail.send', about)
      const asked = done.length
      await queue.enqueue(database, 'mail.send', about)
      await expect.poll(() => done.length, { timeout: 30_000, interval: 1 }).toBeGreaterThan(asked)
    }
    await expect.poll(left, { timeout: 30_000 }).toEqual([])
    await runner.stop(5_000)
  })

  test('a job has the purposes that it declares and no other', async () => {
    const refused: unknown[] = []
    const handlers = {
      'mail.send': async ({ database: own }: { database: Pick<Database<JobTables>, 'for' | 'transaction'> }) => {
        own.for('storage')
        for (const ask of [
          async () => own.for('service-notice'),
          () => own.transaction(async (transaction) => transaction.for('legal-claims')),
        ])
          refused.push(await ask().catch((error: unknown) => error))
      },
    }
    await queue.enqueue(database, 'mail.send', newId())
    await new JobRunner({ database, jobs, handlers, clock: systemClock, log }).runDue()
    expect(refused).toMatchObject([{ code: 'job.purpose-undeclared' }, { code: 'job.purpose-undeclared' }])
  })
})
