import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from './fixtures.ts'
import type { RunningServer } from './server.ts'

const program = path.resolve(import.meta.dirname, '../../packages/server/src/cli.ts')

/** The mails of a kind that a server would have sent, oldest first. */
export function mailsOf({ dataDir }: Pick<RunningServer, 'dataDir'>, kind: string): string[] {
  const outbox = path.join(dataDir, 'outbox')
  const files = existsSync(outbox) ? readdirSync(outbox) : []
  const ofKind = files.filter((name) => name.includes(`-${kind}-`) && name.endsWith('.eml')).toSorted()
  return ofKind.map((name) => readFileSync(path.join(outbox, name), 'utf8'))
}

/** The one mail of a kind, once it is there. */
export async function mailOf(server: Pick<RunningServer, 'dataDir'>, kind: string): Promise<string> {
  await expect.poll(() => mailsOf(server, kind).length).toBe(1)
  return mailsOf(server, kind)[0] ?? ''
}

/** The first link of a mail to a path of ours; empty, where there is none. */
export function linkIn(mail: string, place: string): string {
  const links = mail.match(/https?:\/\/[^\s<>"]+/g) ?? []
  return links.find((link) => new URL(link).pathname.startsWith(place)) ?? ''
}

/** Runs the operator's program beside a running server. */
export function samtale(server: RunningServer, words: readonly string[]) {
  const env = { PATH: process.env['PATH'], SAMTALE_DATA_DIR: server.dataDir, SAMTALE_PORT: String(server.port) }
  return spawnSync(process.execPath, [program, ...words, '--json'], { cwd: server.dataDir, env, encoding: 'utf8' })
}
