import fc from 'fast-check'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { defineJobs, type JobHandlers, type JobRun, type QueuedJob } from './catalogue.ts'
import { createJobQueue } from './queue.ts'
import type { JobTables } from './tables.ts'

const jobs = defineJobs({
  'mail.send': { about: 'mail', purposes: ['mail'] },
  'retention.run': { everyMinutes: 60, purposes: ['storage'] },
})
const queue = createJobQueue(jobs, createTestClock())

let database: Database<JobTables>
beforeAll(async () => {
  database = await openAppTestDatabase()
})
afterAll(() => database.close())

test('a job that isn’t declared does not compile, and is refused at run time', async () => {
  // @ts-expect-error No such job.
  await expect(queue.enqueue(database, 'mail.shred', newId())).rejects.toMatchObject({ code: 'job.undeclared' })
  // @ts-expect-error It comes by itself.
  await expect(queue.enqueue(database, 'retention.run', newId())).rejects.toMatchObject({ code: 'job.undeclared' })
  // @ts-expect-error Nor what every object has.
  await expect(queue.enqueue(database, 'toString', newId())).rejects.toMatchObject({ code: 'job.undeclared' })
})

test('a job that is asked for is told an id, a scheduled one is told none, and each has a handler', () => {
  expectTypeOf<Parameters<JobHandlers<typeof jobs, JobTables>['mail.send']>[0]['about']>().toEqualTypeOf<string>()
  expectTypeOf<Parameters<JobHandlers<typeof jobs, JobTables>['retention.run']>[0]['about']>().toEqualTypeOf<null>()
  expectTypeOf<{ 'mail.send': (run: JobRun<QueuedJob, JobTables>) => Promise<void> }>().not.toExtend<
    JobHandlers<typeof jobs, JobTables>
  >()
})

test.for([
  'kari@skole.example',
  'Kari Nordmann',
  '',
  '{}',
  `${newId()} `,
  newId().replaceAll('-', ''),
  "'; drop table job",
])('a job carries an id, and not “%s”', async (about) => {
  await expect(queue.enqueue(database, 'mail.send', about)).rejects.toMatchObject({
    code: 'job.not-an-id',
    message: 'A job carries an id and nothing else.',
  })
})

test('a job carries no text, whatever it is, and the database says so too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.emailAddress(), fc.string(), fc.lorem()), async (text) => {
      await expect(queue.enqueue(database, 'mail.send', text)).rejects.toMatchObject({ code: 'job.not-an-id' })
    }),
  )
  const row = { id: newId(), name: 'mail.send', about: newId(), attempts: 0, asked: 1, due_at: new Date() }
  const free = { lease: null, leased_until: null, error_code: null, given_up_at: null }
  const add = (wrong: object) =>
    database
      .for('operation')
      .insertInto('job')
      .values({ ...row, ...free, ...wrong })
      .execute()
  await expect(add({ about: 'kari@skole.example' })).rejects.toMatchObject({ sqlState: '22P02' })
  await expect(add({ name: 'kari@skole.example' })).rejects.toMatchObject({ sqlState: '23514' })
  await expect(add({ error_code: 'No mailbox kari@skole.example' })).rejects.toMatchObject({ sqlState: '23514' })
})

test('a catalogue that can’t be run is refused', () => {
  expect(() => defineJobs({ 'Send mail': { about: 'mail', purposes: ['mail'] } })).toThrow(TypeError)
  expect(() => defineJobs({ 'mail.send': { about: 'mail', purposes: ['mail'], errors: ['No!'] } })).toThrow(TypeError)
  expect(() => defineJobs({ 'mail.sweep': { everyMinutes: 0, purposes: ['mail'] } })).toThrow(TypeError)
})
