import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { defineJobs, type JobHandlers } from './catalogue.ts'
import { JobFailure } from './failure.ts'
import { createJobQueue } from './queue.ts'
import { JobRunner } from './runner.ts'
import type { JobTables } from './tables.ts'

const jobs = defineJobs({
  'mail.send': {
    about: 'mail',
    purposes: ['mail'],
    errors: ['mail.refused', 'mail.later'],
    retry: { attempts: 3, firstSeconds: 60, mostSeconds: 90 },
  },
  'retention.run': { everyMinutes: 60, purposes: ['storage'] },
})
type Jobs = typeof jobs

let database: Database<JobTables>
const table = () => database.for('operation')
let clock = createTestClock()
let lines: Record<string, unknown>[] = []

beforeAll(async () => {
  database = await openAppTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  clock = createTestClock()
  lines = []
  await table().deleteFrom('job').execute()
})

function runner(handlers: Partial<JobHandlers<Jobs, JobTables>>): JobRunner<Jobs, JobTables> {
  const log = createLog('debug', (line) => lines.push(JSON.parse(line) as Record<string, unknown>))
  const quiet: JobHandlers<Jobs, JobTables> = { 'mail.send': async () => {}, 'retention.run': async () => {} }
  return new JobRunner({ database, jobs, handlers: { ...quiet, ...handlers }, clock, log })
}

const queue = () => createJobQueue(jobs, clock)
const rows = () => table().selectFrom('job').selectAll().where('about', 'is not', null).execute()

test('a job is done once and leaves nothing behind', async () => {
  const mail = newId()
  const done: string[] = []
  await queue().enqueue(database, 'mail.send', mail)
  const nodes = [0, 1].map(() => runner({ 'mail.send': async ({ about }) => void done.push(about) }))
  await Promise.all(nodes.map((node) => node.runDue()))
  expect(done).toEqual([mail])
  expect(await rows()).toEqual([])
})

test('a job asked for twice is done once, and once more where it was asked for while it was done', async () => {
  const mail = newId()
  let runs = 0
  await queue().enqueue(database, 'mail.send', mail)
  await queue().enqueue(database, 'mail.send', mail)
  await runner({
    'mail.send': async () => {
      runs += 1
      if (runs === 1) await queue().enqueue(database, 'mail.send', mail)
    },
  }).runDue()
  expect(runs).toBe(2)
  expect(await rows()).toEqual([])
})

test('a job waits for its time', async () => {
  const done: string[] = []
  const node = runner({ 'mail.send': async ({ about }) => void done.push(about) })
  const [soon, later] = [newId(), newId()]
  await queue().enqueue(database, 'mail.send', later, new Date(clock.now().getTime() + 60_000))
  await queue().enqueue(database, 'mail.send', soon)
  await node.runDue()
  expect(done).toEqual([soon])
  clock.advance(60_000)
  await node.runDue()
  expect(done).toEqual([soon, later])
})

test('a job that fails is tried again after doubling pauses, and given up after the last', async () => {
  const attempts: [number, boolean][] = []
  const node = runner({
    'mail.send': async ({ attempt, last }) => {
      attempts.push([attempt, last])
      throw new JobFailure('mail.later', { retry: true })
    },
  })
  await queue().enqueue(database, 'mail.send', newId())
  for (const seconds of [0, 59, 1, 89, 1, 10_000]) {
    clock.advance(seconds * 1_000)
    await node.runDue()
  }
  expect(attempts).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
  expect(await rows()).toMatchObject([{ error_code: 'mail.later', given_up_at: expect.any(Date), due_at: null }])
  expect(lines.map(({ event, job, code }) => [event, job, code])).toEqual([
    ['job.failed', 'mail.send', 'mail.later'],
    ['job.failed', 'mail.send', 'mail.later'],
    ['job.given-up', 'mail.send', 'mail.later'],
  ])
})

test('a failure that trying again can’t mend is given up at once, and asking for the job begins anew', async () => {
  const mail = newId()
  let fails = true
  const node = runner({
    'mail.send': async () => {
      if (fails) throw new JobFailure('mail.refused', { retry: false })
    },
  })
  await queue().enqueue(database, 'mail.send', mail)
  await node.runDue()
  expect(await rows()).toMatchObject([{ attempts: 1, error_code: 'mail.refused', given_up_at: expect.any(Date) }])
  fails = false
  await queue().enqueue(database, 'mail.send', mail)
  await node.runDue()
  expect(await rows()).toEqual([])
})

test('of an error only a declared code is kept: never its text, in the table or the log', async () => {
  const secret = 'kari.nordmann@skole.example'
  for (const error of [new Error(secret), new JobFailure(secret, { retry: true }), secret]) {
    await queue().enqueue(database, 'mail.send', newId())
    await runner({
      'mail.send': async () => {
        throw error
      },
    }).runDue()
  }
  const kept = await rows()
  expect(kept.map(({ error_code }) => error_code)).toEqual(['job.failed', 'job.failed', 'job.failed'])
  expect(JSON.stringify([kept, lines])).not.toContain('nordmann')
})

test('a job whose process died is taken up when its lease ends, and given up where it does so each time', async () => {
  const mail = newId()
  await queue().enqueue(database, 'mail.send', mail)
  let begun = 0
  for (let life = 0; life < 5; life += 1) {
    const dies = runner({
      'mail.send': () => {
        begun += 1
        return new Promise(() => {})
      },
    })
    void dies.runDue()
    await expect.poll(async () => (await rows())[0]?.lease ?? 'free').not.toBe('free')
    await expect.poll(async () => begun === life + 1 || (await rows())[0]?.given_up_at instanceof Date).toBe(true)
    // Another clock stands for another process: the dead one renews nothing.
    const before = clock
    clock = createTestClock(new Date(before.now().getTime() + 60_000))
    if (begun === 3) break
  }
  await runner({}).runDue()
  expect(begun).toBe(3)
  expect(await rows()).toMatchObject([{ error_code: 'job.crashed', given_up_at: expect.any(Date), lease: null }])
})

test('a job that takes long is kept as long as its node says so, and by nobody else', async () => {
  const { promise: finish, resolve } = Promise.withResolvers<void>()
  let begun = 0
  await queue().enqueue(database, 'mail.send', newId())
  const long = runner({
    'mail.send': () => {
      begun += 1
      return finish
    },
  })
  const running = long.runDue()
  await expect.poll(() => begun).toBe(1)
  for (let minute = 0; minute < 5; minute += 1) {
    const [before] = await rows()
    clock.advance(20_000)
    await expect.poll(async () => (await rows())[0]?.leased_until).not.toEqual(before?.leased_until)
    await runner({ 'mail.send': async () => void (begun += 1) }).runDue()
  }
  resolve()
  await running
  expect(begun).toBe(1)
  expect(await rows()).toEqual([])
})

test('a job that was taken over is told to end, and its end changes nothing', async () => {
  const mail = newId()
  await queue().enqueue(database, 'mail.send', mail)
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  const slow = runner({
    'mail.send': ({ signal }) => new Promise(() => signal.addEventListener('abort', () => resolve())),
  })
  void slow.runDue()
  await expect.poll(async () => (await rows())[0]?.lease ?? null).not.toBe(null)
  const other = newId()
  await table().updateTable('job').set({ lease: other }).where('about', '=', mail).execute()
  clock.advance(20_000)
  await aborted
  expect(await rows()).toMatchObject([{ lease: other }])
})

test('a scheduled job runs after the start, then on schedule; what was missed is done once', async () => {
  const ran: Date[] = []
  const node = runner({ 'retention.run': async () => void ran.push(clock.now()) })
  const start = clock.now().getTime()
  for (const minutes of [0, 59, 1, 600, 59, 1]) {
    clock.advance(minutes * 60_000)
    await node.runDue()
  }
  expect(ran.map((at) => (at.getTime() - start) / 60_000)).toEqual([0, 60, 660, 720])
})

test('a scheduled job that fails is tried again before its next time, and never given up', async () => {
  let runs = 0
  const node = runner({
    'retention.run': async () => {
      runs += 1
      if (runs < 30) throw new Error('not now')
    },
  })
  for (let quarter = 0; quarter < 4 * 40; quarter += 1) {
    await node.runDue()
    clock.advance(15 * 60_000)
  }
  expect(runs).toBeGreaterThan(30)
  expect(await table().selectFrom('job').select(['error_code', 'given_up_at']).execute()).toEqual([
    { error_code: null, given_up_at: null },
  ])
})

test('jobs that a newer version declares are left to it', async () => {
  const older = new JobRunner({
    database,
    jobs: defineJobs({ 'retention.run': { everyMinutes: 60, purposes: ['storage'] } }),
    handlers: { 'retention.run': async () => {} },
    clock,
    log: createLog('error', () => {}),
  })
  await queue().enqueue(database, 'mail.send', newId())
  await older.runDue()
  expect(await rows()).toMatchObject([{ attempts: 0, lease: null }])
})

test('the server stops in order: running jobs are told, waited for, and go on after the next start', async () => {
  const told: string[] = []
  await queue().enqueue(database, 'mail.send', newId())
  const node = runner({
    'mail.send': ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          told.push('stop')
          reject(new Error('cut short'))
        })
      }),
  })
  await node.start()
  await expect.poll(async () => (await rows())[0]?.lease ?? null).not.toBe(null)
  await node.stop(5_000)
  expect(told).toEqual(['stop'])
  expect(await rows()).toMatchObject([{ attempts: 0, lease: null, due_at: clock.now() }])
  const done: string[] = []
  await runner({ 'mail.send': async ({ about }) => void done.push(about) }).runDue()
  expect(done).toHaveLength(1)
})

test('a stop waits no longer than it is told to', async () => {
  await queue().enqueue(database, 'mail.send', newId())
  const deaf = runner({ 'mail.send': () => new Promise(() => {}) })
  await deaf.start()
  await expect.poll(async () => (await rows())[0]?.lease ?? null).not.toBe(null)
  const stopped = deaf.stop(5_000)
  clock.advance(5_000)
  await stopped
  expect(await rows()).toMatchObject([{ lease: expect.any(String) }])
})

test('jobs that become due are found without being told, at most four at a time and three of one name', async () => {
  let [now, most, swept] = [0, 0, 0]
  const waiting: (() => void)[] = []
  const node = runner({
    'mail.send': async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise<void>((resolve) => waiting.push(resolve))
      now -= 1
    },
    'retention.run': async () => void (swept += 1),
  })
  for (let job = 0; job < 9; job += 1) await queue().enqueue(database, 'mail.send', newId())
  clock.advance(1)
  await node.start()
  // Asked for last, and done while all the mails that may be on their way hang.
  await expect.poll(() => waiting.length).toBe(3)
  await expect.poll(() => swept).toBe(1)
  for (let job = 0; job < 9; job += 1) {
    await expect
      .poll(() => {
        clock.advance(1_000)
        return waiting.length
      })
      .toBeGreaterThan(0)
    waiting.shift()?.()
  }
  await expect.poll(async () => (await rows()).length).toBe(0)
  expect(most).toBe(3)
  await node.stop(0)
})
