import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { Play, steps } from '../../../test/records/play.ts'
import { openWorld, type World } from '../../../test/records/world.ts'

const server = await startPostgres()
afterAll(() => server?.stop())

/** Sequences of steps, each of thirty to sixty. */
const engines = [
  ['embedded', 45],
  ['server', 20],
] as const

describe.each(server === null ? engines.slice(0, 1) : engines)('on the %s database', (engine, numRuns) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(engine === 'server' ? ((await server?.createDatabase()) ?? null) : null)
  })
  afterAll(() => world.close())

  test(
    'rows G03, G05, G06, R07, R12: whatever happens in whatever order, the database is what the model says',
    { timeout: 300_000 },
    async () => {
      const sequences = fc.array(steps, { minLength: 30, maxLength: 60, size: 'max' })
      await fc.assert(
        fc.asyncProperty(sequences, async (sequence) => {
          const play = await Play.begin(world)
          for (const step of sequence) await play.play(step)
          await play.end()
        }),
        { numRuns },
      )
      // What was compared, was looked at with what the ledger and the tables have in the end.
      expect(await world.owner('select number from ledger_entry limit 1')).toHaveLength(1)
    },
  )
})
