import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { once, type Postgres } from '../db/postgres.ts'
import type { ServedInstallation } from '../backup/installation.ts'
import type { Hit, Search } from './search.ts'

/** Everything that the PostgreSQL server has on its disk: tables and what was deleted in them, WAL, statistics, its log. */
export function serverPlaces(postgres: Postgres | null, search: Search): Hit[] {
  return postgres === null ? [] : search.folder(postgres.dataFolder, began)
}

/** What is older was there before the first value was. */
const began = new Date()

/** The dumps that an operator may make by hand. */
export async function dumpsOf(url: string, search: Search): Promise<Hit[]> {
  const dump = (...how: string[]) => execFileSync('pg_dump', [...how, url], { maxBuffer: 500_000_000 })
  return [
    ...search.bytes('pg_dump', dump('--format=plain')),
    ...search.bytes('pg_dump, custom', dump('--format=custom')),
  ]
}

/** What the planner knows of values. */
export async function statisticsOf(url: string, search: Search): Promise<Hit[]> {
  await once(url, 'analyze')
  return [
    ...search.text('pg_stats', JSON.stringify(await once(url, "select * from pg_stats where schemaname = 'public'"))),
    ...search.text('pg_stat_activity', JSON.stringify(await once(url, 'select query from pg_stat_activity'))),
  ]
}

export type Leak =
  | 'row'
  | 'deleted row'
  | 'toast'
  | 'statistics'
  | 'server log'
  | 'our log'
  | 'outbox'
  | 'file'
  | 'backup'
  | 'key store'
  | 'job'

/** For the test of the search itself: lays a value where none should be. */
export async function plantLeak(
  leak: Leak,
  { server, backup, url, value }: { server: ServedInstallation; backup: string; url: string | null; value: string },
): Promise<void> {
  const { dataDir } = server.config
  const sql = (statement: string) => once(url ?? '', statement)
  switch (leak) {
    case 'row':
      await sql(`comment on table ticket is '${value.toUpperCase()}'`)
      return
    case 'deleted row':
      await sql(`insert into record (id, kind) values ('${value}', 'ticket')`)
      await sql(`delete from record where id = '${value}'`)
      return
    case 'toast':
      await sql(`comment on table ticket is '${'lorem ipsum '.repeat(900)}${value}${' dolor sit'.repeat(900)}'`)
      return
    case 'statistics':
      await sql(`insert into record (id, kind) select '${value}' || n, 'ticket' from generate_series(1, 30) n`)
      await sql('analyze record')
      await sql('delete from record')
      return
    case 'server log':
      await sql(`select '${value}'::integer`).catch(() => {})
      return
    case 'our log':
      server.lines.push(`{"msg":"${Buffer.from(value).toString('hex')}"}`)
      return
    case 'outbox':
      mkdirSync(path.join(dataDir, 'outbox'), { recursive: true })
      writeFileSync(path.join(dataDir, 'outbox', 'x.eml'), Buffer.from(`Subject: ${value}`).toString('base64'))
      return
    case 'file':
      writeFileSync(path.join(dataDir, 'stray.gz'), gzipSync(`x ${value}`))
      return
    case 'backup':
      appendFileSync(backup, Buffer.from(value, 'utf16le'))
      return
    case 'key store':
      writeFileSync(path.join(server.config.keysFolder, 'x'), value.toLowerCase())
      return
    case 'job':
      await sql(`insert into job (id, name, error_code) values (gen_random_uuid(), 'x', '${value.toLowerCase()}')`)
      return
  }
}
