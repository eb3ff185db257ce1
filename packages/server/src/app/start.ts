import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { workerSettings } from '../../media-worker/settings.ts'
import { registerHealthRoutes } from '../features/health/index.ts'
import { readPolicies, registerPoliciesRoutes } from '../features/policies/index.ts'
import { isAwake as hasAccounts, personOf } from '../features/accounts/index.ts'
import { registerSiteRoutes } from '../features/site/index.ts'
import { createBorderCounts, type BorderCounts } from '../platform/border-counts.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig, type Config } from '../platform/config/config.ts'
import { serveControl } from '../platform/control/control-server.ts'
import { controlSocket } from '../platform/control/control-socket.ts'
import { closeEgress } from '../platform/egress/close.ts'
import { processEnvironment } from '../platform/environment.ts'
import type { TlsFiles } from '../platform/http/http-server.ts'
import { createLog, errorFields, type Log } from '../platform/log.ts'
import { createMediasoupEngine } from '../platform/media/mediasoup/engine.ts'
import { lanAddresses } from '../platform/network.ts'
import { complain, say } from '../platform/output.ts'
import { reportRefusals } from '../platform/refusals.ts'
import { StartupError } from '../platform/startup-error.ts'
import { lanCertificate } from '../platform/tls/lan-certificate.ts'
import { announceReady, publicUrls } from './announce.ts'
import { startApp, type App, type AppOptions } from './app.ts'
import { doorkeeperOf, followRooms } from './doorkeeper.ts'
import { serveThisMachine } from './this-machine.ts'
import { commands, type CommandContext } from './commands.ts'
import { openInstallation } from './installation.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { configuredDestinations } from './destinations.ts'
import { tellFaultsInLog } from './faults.ts'
import { declarations, describeKnown } from './personal-data.ts'
import { databaseFolder } from './policy.ts'
import { routes } from './routes.ts'
import { stopInOrder } from './stop.ts'
import { handOver } from './successor.ts'
import { whenQuiet } from './take-over.ts'

const profiles = fileURLToPath(new URL('../../../../profiles', import.meta.url))
const webApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))
/** What people in a call are given to hear that the server stops. */
const drainSeconds = 2

/** Runs the server until it is told to stop. What keeps it from starting is told as a code, a sentence and a next step. */
export async function startServer(argv: readonly string[]): Promise<void> {
  const counts = createBorderCounts()
  const log = createLog('info', undefined, counts)
  tellFaultsInLog(log, reportRefusals(log, counts))
  try {
    await start(readConfig(processEnvironment(), argv), counts)
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    complain(`\nSamtale did not start: ${error.message}\n  ${error.nextStep} [${error.code}]\n`)
    process.exit(1)
  }
}

async function start(config: Config, counts: BorderCounts): Promise<void> {
  const log = createLog(config.logLevel, undefined, counts)
  const refused = reportRefusals(log, counts)
  const egress = closeEgress({ configured: configuredDestinations(config), refused })
  tellOfFirstStart(config)
  if (config.demo) await seedDemo(config, createLog('warn', undefined, counts), new Date())
  const installation = await openInstallation(config, systemClock, log, egress.openRecipients)
  const { privacy, work, features } = installation
  const tls = await certificateOf(config)
  const engine = engineOf(config, log)
  // Known once they are: nobody is served before.
  const running: Running = { app: null, startAnew: () => {} }
  const app = await listen(config, tls, log, {
    engine,
    describe: (known, language) => describeKnown(privacy.policy, known, language),
    refused,
    policy: privacy.httpPolicy,
    errorPage: privacy.errorPage,
    gate: features.gate,
    routes,
    doorkeeper: doorkeeperOf(features.rooms),
    registerRoutes: routesOf(installation, { engine, counts, running }),
  })
  followRooms(features.rooms, app.meetings)
  const local = await serveThisMachine({
    config,
    policy: privacy.policy,
    outbox: work.outbox,
    retention: features.retention,
    clock: systemClock,
    log,
    refused,
  })
  await work.start()
  const closeControl = await answerProgram(config, features, log)
  const closeAll = [
    async () => privacy.watch.stop(),
    closeControl,
    () => app.drain(drainSeconds),
    async () => local?.close(),
    () => engine.close(),
    installation.close,
  ]
  const { close } = stopInOrder(closeAll, log)
  running.app = app
  running.startAnew = () => startAnew(app, close, log)
  privacy.watch.start(running.startAnew)
  sayWhatIsReady(config, { port: app.port, outboxPort: local?.port ?? null, refused: privacy.refused })
  const firstRun = await features.firstRunAt()
  if (firstRun !== null) say(`Nobody runs it yet. Set it up within an hour at ${firstRun.href}`)
}

/** What is asked of the server before all of it has been made. */
interface Running {
  app: App | null
  startAnew: () => void
}

/** Registers every page and answer. */
function routesOf(
  { privacy, work, features }: Awaited<ReturnType<typeof openInstallation>>,
  { engine, counts, running }: { engine: ReturnType<typeof engineOf>; counts: BorderCounts; running: Running },
): AppOptions['registerRoutes'] {
  return async (server, { draining }) => {
    registerHealthRoutes(server, {
      routerStatus: engine.status,
      mediaPorts: engine.ports,
      databaseReady: privacy.databaseAnswers,
      ledger: work.ledger,
      draining,
      refusals: counts.read,
      lateRequests: features.anyLate,
      overdueHolds: features.overdueHolds,
      overdueBreaches: features.anyBreachOverdue,
    })
    await privacy.registerRoutes(server)
    features.register(server, {
      calls: () => running.app?.meetings.running ?? [],
      startAnew: () => running.startAnew(),
    })
    registerPoliciesRoutes(server, readPolicies(profiles), declarations)
    const { closed, hasRooms } = features
    const front = { ...privacy.frontPage, closed, hasRooms, personOf, canSignIn: hasAccounts(privacy.policy) }
    await registerSiteRoutes(server, webApp, privacy.policy.storage, front)
  }
}

/** The certificate of the local network; null where the address has one of its own. */
async function certificateOf({ lan, dataDir }: Config): Promise<TlsFiles | null> {
  return lan ? lanCertificate(dataDir, ['localhost', '127.0.0.1', ...lanAddresses()], new Date()) : null
}

function engineOf(config: Config, log: Log) {
  return createMediasoupEngine({
    binary: { ...workerSettings(processEnvironment()), cacheDir: config.cacheDir },
    port: config.mediaPort,
    workers: config.mediaWorkers,
    announcedAddress: config.announcedAddress,
    log,
  })
}

/** Another policy may take effect: it does with a new process, once nobody is in a call. */
function startAnew({ meetings }: App, close: (then: () => void) => Promise<void>, log: Log): void {
  log.info('policy.due')
  void whenQuiet(() => meetings.people, systemClock).then(() => close(handOver))
}

/** What `npm start` prints once people can come. */
function sayWhatIsReady(config: Config, at: { port: number; outboxPort: number | null; refused: number }): void {
  announceReady(publicUrls(config, at.port), config.lan, say)
  if (at.outboxPort !== null && config.mail.smtp === null)
    say(`Mail that it would send is at http://localhost:${at.outboxPort}/outbox`)
  if (at.outboxPort !== null) say(`What will be deleted, and when, is at http://localhost:${at.outboxPort}/retention`)
  if (at.refused > 0) say(`${at.refused} findings in its policy: what they are about is neither said nor done.`)
}

/** Answers the operator's program while this server runs. */
function answerProgram(config: Config, { forCommands }: { forCommands: CommandContext }, log: Log) {
  return serveControl<CommandContext>({
    socket: controlSocket(config.dataDir),
    commands,
    context: forCommands,
    failed: (error) => log.error('command.failed', errorFields(error)),
  })
}

// The embedded database takes some seconds to make, once.
function tellOfFirstStart(config: Config): void {
  if (config.databaseUrl === null && !existsSync(databaseFolder(config))) say('Making the database …')
}

async function listen(
  config: Config,
  tls: TlsFiles | null,
  log: Log,
  parts: Omit<AppOptions, 'settings' | 'tls' | 'clock' | 'log'>,
): Promise<App> {
  try {
    return await startApp({ settings: config, tls, clock: systemClock, log, ...parts })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE') throw new StartupError('port.in-use', `Port ${config.port} is taken by another program.`)
    if (code === 'EACCES')
      throw new StartupError('config.invalid', `SAMTALE_PORT ${config.port} may not be used by this user.`)
    if (code === 'EADDRNOTAVAIL')
      throw new StartupError('config.invalid', `SAMTALE_HOST ${config.host} is no address of this machine.`)
    throw error
  }
}
