import type { AddressInfo } from 'node:net'
import proxyAddr from '@fastify/proxy-addr'
import type { FastifyInstance } from 'fastify'
import { limits, type KnownFact, type Language } from '@samtale/protocol'
import {
  meetingMessages,
  Meetings,
  openSession,
  type Doorkeeper,
  type KnownOfParticipant,
} from '../features/meetings/index.ts'
import type { Clock } from '../platform/clock.ts'
import { createHttpServer, type HttpOptions, type HttpPolicy, type TlsFiles } from '../platform/http/http-server.ts'
import type { RouteCatalogue } from '../platform/http/routes.ts'
import type { Log } from '../platform/log.ts'
import type { MediaEngine } from '../platform/media/engine.ts'
import { createRelay, type RelaySettings } from '../platform/relay/relay.ts'
import type { ReportRefusal } from '../platform/refusals.ts'
import { createAddressLimit } from '../platform/ws/address-limits.ts'
import { createAddressPace } from '../platform/ws/address-pace.ts'
import { serveSignalling } from '../platform/ws/signalling-server.ts'

/** What the app is made of; tests give a simulated engine and a clock of their own. */
export interface AppOptions {
  settings: {
    host: string
    port: number
    publicUrl: URL
    trustProxy: string[]
    roomPeople: number
    roomsPerAddress: number
    connectionsPerAddress: number
    directAfterSeconds: number
    relay: RelaySettings | null
  }
  tls: TlsFiles | null
  engine: MediaEngine
  clock: Clock
  log: Log
  refused: ReportRefusal
  policy: HttpPolicy
  errorPage?: HttpOptions['errorPage']
  gate?: HttpOptions['gate']
  /** Every route that `registerRoutes` registers. */
  routes: RouteCatalogue
  /** What the rooms say of who comes. */
  doorkeeper: Doorkeeper
  describe(known: KnownOfParticipant, language: Language): KnownFact[]
  registerRoutes(server: FastifyInstance, app: { draining(): boolean }): Promise<void>
}

export interface App {
  /** The port listened on. */
  readonly port: number
  readonly meetings: Meetings
  /**
   * Tells people in calls, refuses new ones, and gives clients a moment to hear it; then ends every connection.
   * Media that goes directly goes on.
   */
  drain(seconds: number): Promise<void>
  close(): Promise<void>
}

/**
 * Builds the app and listens.
 * @throws NodeJS.ErrnoException `EADDRINUSE`, `EACCES` …
 * @throws StartupError `route.undeclared`, `route.missing`
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { settings, clock, log, engine, refused, tls, doorkeeper } = options
  const meetings = new Meetings({
    engine,
    relay: createRelay(settings.relay, clock),
    clock,
    log,
    directAfterMs: settings.directAfterSeconds * 1_000,
    mostPeople: settings.roomPeople,
    rooms: createAddressLimit(settings.roomsPerAddress),
    doorkeeper,
    door: {
      knockers: createAddressLimit(limits.knockersPerAddress),
      knocks: createAddressPace({ burst: limits.knockBurst, everyMs: limits.knockEveryMs }, clock),
    },
  })
  const handlers = meetingMessages({ describe: options.describe, doorkeeper })
  const { server, refuseMissingRoutes } = createHttpServer({
    tls,
    trustProxy: settings.trustProxy,
    log,
    refused,
    routes: options.routes,
    secure: tls !== null || settings.publicUrl.protocol === 'https:',
    policy: options.policy,
    ...(options.errorPage === undefined ? {} : { errorPage: options.errorPage }),
    ...(options.gate === undefined ? {} : { gate: options.gate }),
  })
  let draining = false
  await options.registerRoutes(server, { draining: () => draining })
  await server.ready()
  refuseMissingRoutes()
  const trusted = proxyAddr.compile(settings.trustProxy)
  const signalling = serveSignalling(server.server, {
    clock,
    log,
    refused,
    connections: createAddressLimit(settings.connectionsPerAddress),
    allowedHosts: [settings.publicUrl.host],
    addressOf: (request) => proxyAddr(request, trusted),
    onLink: (link) => openSession(link, { meetings, handlers, clock, log }),
  })
  await server.listen({ host: settings.host, port: settings.port })
  const close = async () => {
    await signalling.close()
    await server.close()
  }
  return {
    port: (server.server.address() as AddressInfo).port,
    meetings,
    close,
    drain: async (seconds) => {
      draining = true
      meetings.drain({ type: 'server.draining', endsInSeconds: seconds })
      if (meetings.people + meetings.knockers > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
      await close()
    },
  }
}
