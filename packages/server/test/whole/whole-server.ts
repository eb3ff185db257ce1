import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import PostalMime from 'postal-mime'
import { openInstallation } from '../../src/app/installation.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { routes } from '../../src/app/routes.ts'
import { registerHealthRoutes } from '../../src/features/health/index.ts'
import { readPolicies, registerPoliciesRoutes } from '../../src/features/policies/index.ts'
import { registerSiteRoutes } from '../../src/features/site/index.ts'
import { createBorderCounts } from '../../src/platform/border-counts.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import type { Gate } from '../../src/platform/http/gate.ts'
import { createHttpServer } from '../../src/platform/http/http-server.ts'
import type { RouteCatalogue, RouteDeclaration } from '../../src/platform/http/routes.ts'
import { createLog } from '../../src/platform/log.ts'
import { reportRefusals } from '../../src/platform/refusals.ts'
import { Browser } from '../accounts/browser.ts'

const profiles = fileURLToPath(new URL('../../../../profiles', import.meta.url))
const webApp = fileURLToPath(new URL('../../../web', import.meta.url))

/** Where the whole server says that it is. */
export const site = 'http://localhost:3000'

interface WholeOptions {
  /** What stands in place of the gate; the gate itself, where it isn't given. */
  readonly gate?: (real: Gate) => Gate
  /** Variables beside those of the folder and the address, such as `DATABASE_URL`. */
  readonly env?: Readonly<Record<string, string>>
}

/** The web app's page and files as they are before it is built: no code of it runs here. */
function unbuilt(folder: string): string {
  const web = path.join(folder, 'web')
  mkdirSync(path.join(web, 'assets'), { recursive: true })
  writeFileSync(path.join(web, 'assets/none.js'), '')
  cpSync(path.join(webApp, 'public'), web, { recursive: true })
  cpSync(path.join(webApp, 'index.html'), path.join(web, 'index.html'))
  return web
}

/** For tests: everything of an installation under the default profile, with every route of the table, on no port. */
export async function openWholeServer({ gate = (real) => real, env = {} }: WholeOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-whole-'))
  const lines: string[] = []
  const counts = createBorderCounts()
  const log = createLog('info', (line) => lines.push(line), counts)
  const config = readConfig({ ...env, SAMTALE_DATA_DIR: folder, SAMTALE_PUBLIC_URL: site })
  const installation = await openInstallation(config, systemClock, log)
  const { privacy, features, work } = installation
  const refused = reportRefusals(log, counts)
  const { server, refuseMissingRoutes } = createHttpServer({
    tls: null,
    trustProxy: ['127.0.0.1'],
    log,
    refused,
    routes,
    secure: true,
    policy: privacy.httpPolicy,
    errorPage: privacy.errorPage,
    gate: gate(features.gate),
  })
  registerHealthRoutes(server, {
    routerStatus: () => ({ state: 'ready', workers: 1 }),
    mediaPorts: () => [],
    databaseReady: privacy.databaseAnswers,
    ledger: work.ledger,
    draining: () => false,
    refusals: counts.read,
    lateRequests: features.anyLate,
    overdueHolds: features.overdueHolds,
    overdueBreaches: features.anyBreachOverdue,
  })
  await privacy.registerRoutes(server)
  features.register(server)
  registerPoliciesRoutes(server, readPolicies(profiles), declarations)
  await registerSiteRoutes(server, unbuilt(folder), privacy.policy.storage, privacy.frontPage)
  await server.ready()
  refuseMissingRoutes()
  return {
    server,
    installation,
    commands: features.forCommands,
    firstRunAt: features.firstRunAt,
    /** Lines of the log. */
    lines,
    browser: () => new Browser(server),
    /** Mails that were written, oldest first. */
    mails: async () => {
      await work.runDue()
      const files = (await work.outbox.list()).toReversed()
      return Promise.all(files.map(async ({ name }) => PostalMime.parse((await work.outbox.read(name)) ?? '')))
    },
    close: async () => {
      await server.close()
      await installation.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type WholeServer = Awaited<ReturnType<typeof openWholeServer>>

/** A route of the table, taken apart. */
export interface ListedRoute extends RouteDeclaration {
  readonly name: string
  readonly method: string
  readonly path: string
  /** Names of what stands in its path, such as `room`. */
  readonly params: readonly string[]
}

/** Every route that people from outside reach. */
export function listedRoutes(): ListedRoute[] {
  return Object.entries<RouteDeclaration>(routes satisfies RouteCatalogue).map(([name, declaration]) => {
    const [method = '', place = ''] = name.split(' ')
    const params = [...place.matchAll(/:(\w+)|(\*)/g)].map(([, param = '*']) => param)
    return { ...declaration, name, method, path: place, params }
  })
}

/** Its path, with these in it. @throws TypeError where one is missing: say in the test what it may be */
export function pathOf(route: ListedRoute, things: Readonly<Record<string, string>>): string {
  return route.path.replace(/:(\w+)|\*/g, (whole: string, param: string | undefined) => {
    const thing = things[param ?? '*']
    if (thing === undefined) throw new TypeError(`${route.name}: nothing stands in for ${whole}.`)
    return encodeURIComponent(thing)
  })
}
