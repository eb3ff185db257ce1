import type { FastifyInstance } from 'fastify'
import { createBorderCounts, type BorderCounts } from '../../src/platform/border-counts.ts'
import { createHttpServer, type HttpOptions } from '../../src/platform/http/http-server.ts'
import type { RouteCatalogue } from '../../src/platform/http/routes.ts'
import { createLog } from '../../src/platform/log.ts'
import { reportRefusals } from '../../src/platform/refusals.ts'

export interface TestHttpServer {
  server: FastifyInstance
  refuseMissingRoutes(): void
  counts: BorderCounts
  logged: string[]
}

/** An HTTP server with our borders, for the routes of a test, on no port: requests are injected. */
export function createTestHttpServer(routes: RouteCatalogue, changes: Partial<HttpOptions> = {}): TestHttpServer {
  const logged: string[] = []
  const counts = createBorderCounts()
  const log = createLog('info', (line) => void logged.push(line), counts)
  const made = createHttpServer({
    tls: null,
    trustProxy: [],
    log,
    refused: reportRefusals(log, counts),
    routes,
    secure: false,
    policy: { cookies: [], recipients: {} },
    ...changes,
  })
  return { ...made, counts, logged }
}
