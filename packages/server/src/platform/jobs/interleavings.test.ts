import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
import { createTestClock, type TestClock } from '../../../test/test-clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { leaseMs } from './attempt.ts'
import { defineJobs } from './catalogue.ts'
import { createJobQueue } from './queue.ts'
import { JobRunner } from './runner.ts'
import type { JobTables } from './tables.ts'

const jobs = defineJobs({
  work: { about: 'row', purposes: ['storage'], retry: { attempts: 1_000, firstSeconds: 10, mostSeconds: 40 } },
})
const log = createLog('error', () => {})

let database: Database<JobTables>
const table = () => database.for('operation')
beforeAll(async () => {
  database = await openAppTestDatabase()
})
afterAll(() => database.close())

/** What may happen, in any order. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), row: fc.nat(2), afterSeconds: fc.constantFrom(0, 0, 15, 90) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 10, 59, 61, 120) }),
  fc.record({ kind: fc.constantFrom('run' as const, 'fail' as const, 'die' as const, 'ask-while-running' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What has to hold, beside what happens: for each row, the times asked for that no run has begun after. */
class Model {
  readonly open = new Map<string, number[]>()
  readonly held = new Map<string, number>()

  ask(row: string, at: number): void {
    this.open.set(row, [...(this.open.get(row) ?? []), at])
  }

  begin(row: string, now: number): void {
    if ((this.held.get(row) ?? -Infinity) > now) throw new Error('It was begun while somebody else held it.')
    this.held.set(row, now + leaseMs)
  }

  done(row: string, askedBefore: readonly number[], now: number): void {
    this.held.delete(row)
    const open = this.open.get(row) ?? []
    if (!askedBefore.some((at) => at <= now)) throw new Error('It was done before its time.')
    this.open.set(row, open.slice(askedBefore.length))
  }
}

class World {
  readonly clock: TestClock = createTestClock()
  readonly model = new Model()
  readonly rows = [newId(), newId(), newId()]
  readonly queue = createJobQueue(jobs, this.clock)

  now(): number {
    return this.clock.now().getTime()
  }

  async ask(row: string, at: number): Promise<void> {
    await this.queue.enqueue(database, 'work', row, new Date(at))
    this.model.ask(row, at)
  }

  /** A process of its own; where it dies, its clock stands still for ever and its job never ends. */
  async run(how: 'run' | 'fail' | 'die' | 'ask-while-running'): Promise<void> {
    const died = Promise.withResolvers<void>()
    const clock = how === 'die' ? createTestClock(this.clock.now()) : this.clock
    const handler = async ({ about }: { about: string }): Promise<void> => {
      const askedBefore = [...(this.model.open.get(about) ?? [])]
      this.model.begin(about, this.now())
      if (how === 'die') {
        died.resolve()
        return new Promise(() => {})
      }
      if (how === 'fail') {
        this.model.held.delete(about)
        throw new Error('not this time')
      }
      if (how === 'ask-while-running' && askedBefore.length < 3) await this.ask(about, this.now() + 15_000)
      this.model.done(about, askedBefore, this.now())
    }
    const node = new JobRunner({ database, jobs, handlers: { work: handler }, clock, log })
    await Promise.race([node.runDue(), died.promise])
  }
}

async function take(world: World, next: Step): Promise<void> {
  if (next.kind === 'ask') return world.ask(world.rows[next.row] ?? '', world.now() + next.afterSeconds * 1_000)
  if (next.kind === 'wait') return world.clock.advance(next.seconds * 1_000)
  return world.run(next.kind)
}

test('whatever happens, each job that was asked for is done after that, by one at a time, and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await table().deleteFrom('job').execute()
      const world = new World()
      for (const next of steps) await take(world, next)
      for (let minute = 0; minute < 4; minute += 1) {
        world.clock.advance(leaseMs)
        await world.run('run')
      }
      expect([...world.model.open.values()].flat()).toEqual([])
      expect(await table().selectFrom('job').selectAll().execute()).toEqual([])
    }),
    { numRuns: 150 },
  )
})
