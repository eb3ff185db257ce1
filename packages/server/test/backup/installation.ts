import { mkdirSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { openAppDatabase } from '../../src/app/database.ts'
import { openInstallation } from '../../src/app/installation.ts'
import { routes } from '../../src/app/routes.ts'
import { readConfig, type Config } from '../../src/platform/config/config.ts'
import { EmbeddedThread } from '../../src/platform/db/embedded-thread.ts'
import { createLog } from '../../src/platform/log.ts'
import { testTemplate } from '../db/test-database.ts'
import { createTestHttpServer } from '../http/test-http-server.ts'
import { createTestClock, type TestClock } from '../test-clock.ts'

/** For tests: a whole installation with its pages, on a folder and perhaps a server's database, without calls. */
export interface ServedInstallation {
  readonly config: Config
  readonly installation: Awaited<ReturnType<typeof openInstallation>>
  readonly clock: TestClock
  /** Lines of the log, of all starts. */
  readonly lines: string[]
  get(address: string): Promise<Answer>
  /** Sends a form. */
  post(address: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly text: string
}

/** What an installation of a folder is told. */
export function configIn(dataDir: string, more: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    SAMTALE_DATA_DIR: dataDir,
    SAMTALE_PUBLIC_URL: 'http://localhost:3000',
    SAMTALE_MAIL_FROM: 'post@skole.example',
    ...more,
  })
}

/** A folder with a database that has run all migrations and holds nothing: making one takes seconds. */
export async function newEmbeddedFolder(parent: string): Promise<string> {
  const dataDir = mkdtempSync(path.join(parent, 'migrated-'))
  mkdirSync(path.join(dataDir, 'db'), { mode: 0o700 })
  const files = path.join(dataDir, 'db', 'files')
  await (await EmbeddedThread.start({ folder: files, template: await testTemplate() })).close()
  await (
    await openAppDatabase({ folder: path.join(dataDir, 'db'), serverUrl: null }, async () => ({ processings: {} }))
  ).close()
  return dataDir
}

/** Starts it, as a server does before it listens. @throws StartupError */
export async function serve(
  config: Config,
  { clock = createTestClock(), lines = [] }: { clock?: TestClock; lines?: string[] } = {},
): Promise<ServedInstallation> {
  const installation = await openInstallation(
    config,
    clock,
    createLog('debug', (line) => void lines.push(line)),
  )
  const { privacy, features } = installation
  const { server, logged } = createTestHttpServer(routes, { policy: privacy.httpPolicy, errorPage: privacy.errorPage })
  await privacy.registerRoutes(server)
  features.register(server)
  await server.ready()
  const told = async (answer: { statusCode: number; body: string }): Promise<Answer> => {
    lines.push(...logged.splice(0))
    return { status: answer.statusCode, text: answer.body }
  }
  return {
    config,
    installation,
    clock,
    lines,
    get: async (url) => told(await server.inject({ url })),
    post: async (url, fields) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const payload = new URLSearchParams(fields).toString()
      return told(await server.inject({ method: 'POST', url, headers, payload }))
    },
    close: async () => {
      await server.close()
      await installation.close()
    },
  }
}
