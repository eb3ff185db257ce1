import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'
import type { ReportRefusal } from '../refusals.ts'
import { StartupError } from '../startup-error.ts'
import { HttpRefusal } from './errors.ts'
import { createHttpServer } from './http-server.ts'
import type { RouteCatalogue } from './routes.ts'

export interface LocalServerOptions {
  /** 0: whichever is free. */
  port: number
  routes: RouteCatalogue
  register(server: FastifyInstance): void
  log: Log
  refused: ReportRefusal
}

export interface LocalServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves what this machine alone may see, on the loopback addresses. Who asks has to call it by a name of this machine:
 * a page on the internet whose own name leads here (DNS rebinding), or that embeds a page of ours, gets nothing.
 * @throws StartupError `port.in-use`, `config.invalid`
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { port, log, refused, routes, register } = options
  const { server, refuseMissingRoutes } = createHttpServer({
    tls: null,
    trustProxy: [],
    log,
    refused,
    routes,
    audience: 'this-machine',
    secure: false,
    policy: { cookies: [], recipients: {} },
  })
  server.addHook('onRequest', async ({ headers }) => {
    const own = (server.server.address() as AddressInfo).port
    if (!isNamedLocally(headers.host, own) || isFetchedByOthers(headers)) throw new HttpRefusal('not-found')
  })
  register(server)
  await server.ready()
  refuseMissingRoutes()
  const listening = await listen(server, port)
  return { port: listening, close: () => server.close() }
}

/** Fetch Metadata (W3C): another origin may lead a person here, and take nothing itself. */
function isFetchedByOthers(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': from = 'none', 'sec-fetch-dest': into = 'document' } = headers
  return !['none', 'same-origin'].includes(from) && into !== 'document'
}

/** A name of this machine and the port that is listened on (RFC 9110 §7.2); a name that merely leads here is none. */
function isNamedLocally(host: string | undefined, port: number): boolean {
  const [, name = '', given = '80'] = /^(\[[\da-f:]+\]|[^:]+)(?::(\d+))?$/i.exec(host ?? '') ?? []
  return Number(given) === port && ['localhost', '127.0.0.1', '[::1]'].includes(name.toLowerCase())
}

async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: 'localhost', port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE') throw new StartupError('port.in-use', `SAMTALE_LOCAL_PORT ${port} is taken.`)
    if (code === 'EACCES') throw new StartupError('config.invalid', `SAMTALE_LOCAL_PORT ${port} may not be used.`)
    throw error
  }
  return (server.server.address() as AddressInfo).port
}
