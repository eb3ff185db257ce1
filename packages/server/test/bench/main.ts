// `npm run bench`: what the privacy engine costs, each measured beside what it is compared with in the same run. Numbers
// are this machine's of this moment; the ratios are what is worth telling. `npm run bench -- crowd`: how long each page
// takes with ten thousand people and as many rooms.
import { complain, say } from '../../src/platform/output.ts'
import { startPostgres, type Postgres } from '../db/postgres.ts'
import { measureCrowd } from './crowd/crowd.ts'
import { erasureAmong } from './erasure.ts'
import { compared } from './measure.ts'
import { typicalRow } from './typical-row.ts'

const server = await startPostgres()
try {
  await (process.argv.includes('crowd') ? measureCrowd(server) : measureEngine(server))
} catch (error) {
  complain(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
} finally {
  await server?.stop()
}

async function measureEngine(postgres: Postgres | null): Promise<void> {
  if (postgres === null) say('No PostgreSQL server is installed here: the embedded database alone.')
  else {
    const { write, read } = await typicalRow(await postgres.createDatabase(), await postgres.createDatabase())
    say(compared('Writing a row', ['plain', 'as a purpose, sealed'], write))
    say(compared('Reading a row', ['plain', 'as a purpose, sealed'], read))
    const few = await erasureAmong(1_000, await postgres.createDatabase())
    const many = await erasureAmong(100_000, await postgres.createDatabase())
    say(compared('Erasing a person, on a server', ['among 1,000', 'among 100,000'], [few, many]))
  }
  const few = await erasureAmong(1_000, null)
  const many = await erasureAmong(100_000, null)
  say(compared('Erasing a person, embedded', ['among 1,000', 'among 100,000'], [few, many]))
}
