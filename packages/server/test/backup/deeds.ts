import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { restoreInstallation } from '../../src/app/backup.ts'
import type { Config } from '../../src/platform/config/config.ts'
import { Personal, reveal } from '../../src/platform/personal.ts'
import { serve, type ServedInstallation } from './installation.ts'

export const write = async ({ post, clock }: ServedInstallation, name: string): Promise<void> => {
  clock.advance(60_000)
  const { status } = await post('/contact', { email: `${name}@people.example`, name, message: `Here is ${name}.` })
  expect(status).toBe(200)
}

export const backup = ({ installation }: ServedInstallation, to: string, keys?: string) =>
  installation.features.forCommands.backups.take({ out: to, keys })

export async function erase({ installation, clock }: ServedInstallation, name: string): Promise<void> {
  const { recordDesk, erasures } = installation.features.forCommands
  const subject = await recordDesk.subjectOf(new Personal('correspondence', `${name}@people.example`))
  if (subject === null) throw new Error(`Nobody knows ${name}.`)
  await erasures.erase(subject, { language: 'en', at: clock.now() })
}

/** What everybody who wrote is called, as letters are read. */
export async function people({ installation }: ServedInstallation): Promise<string[]> {
  const { tickets } = installation.features.forCommands
  const all = (await tickets?.list(null, 100)) ?? []
  const shown = await Promise.all(all.map(async ({ number }) => tickets?.show(number)))
  return shown
    .flatMap((thread) => thread?.messages[0] ?? [])
    .map(({ body }) => /Here is (\w+)/.exec(reveal(body))?.[1] ?? '?')
    .toSorted()
}

export const restoring = (config: Config, ...words: string[]) =>
  restoreInstallation(config, ['restore', ...words], new Date('2026-06-02T09:00:00Z'))

/** Whether a restore that runs has come so far. */
export function hasBegun({ dataDir }: Config, sign: string): boolean {
  try {
    return readFileSync(path.join(dataDir, 'restore.json'), 'utf8').includes(sign)
  } catch {
    return false
  }
}

/** Runs the operator's program, and kills it as soon as something is so. */
export async function killWhen(config: Config, words: readonly string[], isSo: () => boolean): Promise<void> {
  const environment = {
    PATH: process.env['PATH'],
    SAMTALE_DATA_DIR: config.dataDir,
    SAMTALE_MAIL_FROM: 'post@skole.example',
    ...(config.databaseUrl === null ? {} : { DATABASE_URL: config.databaseUrl }),
  }
  const child = spawn(process.execPath, [program, ...words], { env: environment, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const look = setInterval(() => {
    if (isSo()) child.kill('SIGKILL')
  }, 1)
  await ended
  clearInterval(look)
}

const program = path.resolve(import.meta.dirname, '../../src/cli.ts')

export const restart = async (before: ServedInstallation): Promise<ServedInstallation> => {
  const { config, clock, lines } = before
  await before.close()
  return serve(config, { clock, lines })
}
