import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { say } from '../../../src/platform/output.ts'
import type { Postgres } from '../../db/postgres.ts'
import { measurePages } from './measure-pages.ts'
import { seed, type Crowd } from './seed.ts'

const crowd: Crowd = { people: 10_000, organisations: 1_000, rooms: 10_000, papers: 2_500 }
const port = 3740

/** Fills an installation with ten thousand people and as many rooms, and opens every page of it. */
export async function measureCrowd(server: Postgres | null): Promise<void> {
  await measureIn('The embedded database', {})
  if (server === null) return say('No PostgreSQL server is installed here: the embedded database alone.')
  // An address has a host, also where the socket of a folder is meant.
  const url = (await server.createDatabase()).replace('@/', '@localhost/')
  await measureIn('A PostgreSQL server', { DATABASE_URL: url })
}

async function measureIn(where: string, database: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-crowd-'))
  const env = { ...database, SAMTALE_DATA_DIR: folder, SAMTALE_PUBLIC_URL: `http://localhost:${port}` }
  try {
    say(`${where} is filled:`)
    await seed(env, crowd)
    await measurePages(env, port)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
