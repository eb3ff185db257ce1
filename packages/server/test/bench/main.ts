// `npm run bench`: what the privacy engine costs, each measured beside what it is compared with in the same run. Numbers
// are this machine's of this moment; the ratios are what is worth telling.
import { complain, say } from '../../src/platform/output.ts'
import { startPostgres } from '../db/postgres.ts'
import { erasureAmong } from './erasure.ts'
import { compared } from './measure.ts'
import { typicalRow } from './typical-row.ts'

const server = await startPostgres()
try {
  if (server === null) say('No PostgreSQL server is installed here: the embedded database alone.')
  else {
    const { write, read } = await typicalRow(await server.createDatabase(), await server.createDatabase())
    say(compared('Writing a row', ['plain', 'as a purpose, sealed'], write))
    say(compared('Reading a row', ['plain', 'as a purpose, sealed'], read))
    const few = await erasureAmong(1_000, await server.createDatabase())
    const many = await erasureAmong(100_000, await server.createDatabase())
    say(compared('Erasing a person, on a server', ['among 1,000', 'among 100,000'], [few, many]))
  }
  const few = await erasureAmong(1_000, null)
  const many = await erasureAmong(100_000, null)
  say(compared('Erasing a person, embedded', ['among 1,000', 'among 100,000'], [few, many]))
} catch (error) {
  complain(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
} finally {
  await server?.stop()
}
