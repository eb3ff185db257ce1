import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { borders, type BorderCounts } from '../../platform/border-counts.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { EngineStatus } from '../../platform/media/engine.ts'

export interface HealthOptions {
  routerStatus(): EngineStatus
  /** Ports that the media workers listen on, UDP and TCP. */
  mediaPorts(): number[]
  draining(): boolean
  databaseReady(): Promise<boolean>
  /** How the ledger of this start came about: replayed before anybody was served, unless the operator had none newer. */
  ledger: 'replayed' | 'accepted-as-is'
  /** What the borders refused since the start. */
  refusals: BorderCounts['read']
  /** Whether somebody's request about their data should have been answered by now. */
  lateRequests(): Promise<boolean>
  /** Whether an authority should have been told of a breach by now (GDPR art. 33). */
  overdueBreaches(): Promise<boolean>
  /** Whether a hold should have been looked at again by now. */
  overdueHolds(): Promise<boolean>
}

const readyOrNot = z.enum(['ready', 'not-ready'])

/**
 * What `/readyz` says; `router` is what is still coming where it isn't `ready`. `borders` is red from the first thing on
 * that a border refused: a fault in our own code or in a library's, which the log names, and not one in the service. `requests` is red
 * while somebody waits longer for an answer than was promised, `breaches` while the authority waits for a notice, and `holds`
 * while the day of review of one is past.
 */
const Readiness = z.object({
  status: readyOrNot,
  database: readyOrNot,
  ledger: z.enum(['replayed', 'accepted-as-is']),
  router: z.enum(['ready', 'pending', 'unavailable']),
  routerStep: z.string().optional(),
  routerSecondsLeft: z.number().nullable().optional(),
  routerTrouble: z.string().optional(),
  mediaPorts: z.array(z.int()),
  borders: z.enum(['green', 'red']),
  refusals: z.record(z.enum(borders), z.int()),
  requests: z.enum(['green', 'red']),
  breaches: z.enum(['green', 'red']),
  holds: z.enum(['green', 'red']),
})

export type Readiness = z.infer<typeof Readiness>

const asked = { access: 'anyone', reads: [], writes: [], errors: [] } as const

export const healthRoutes = {
  'GET /healthz': { ...asked, answers: z.object({ status: z.literal('alive') }) },
  'GET /readyz': { ...asked, answers: Readiness },
} as const satisfies RouteCatalogue

/** `GET /healthz`: alive. `GET /readyz`: can hold a meeting, of up to four at least; 503 where it can't. */
export function registerHealthRoutes(server: FastifyInstance, options: HealthOptions): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))
  server.get('/readyz', async (_request, reply) => {
    const database = (await options.databaseReady()) ? 'ready' : 'not-ready'
    const ready = database === 'ready' && !options.draining()
    const refusals = options.refusals()
    const readiness: Readiness = {
      status: ready ? 'ready' : 'not-ready',
      database,
      ledger: options.ledger,
      mediaPorts: options.mediaPorts(),
      borders: Object.values(refusals).some((count) => count > 0) ? 'red' : 'green',
      refusals,
      requests: database === 'ready' && (await options.lateRequests()) ? 'red' : 'green',
      breaches: database === 'ready' && (await options.overdueBreaches()) ? 'red' : 'green',
      holds: database === 'ready' && (await options.overdueHolds()) ? 'red' : 'green',
      ...routerReadiness(options.routerStatus()),
    }
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness)
  })
}

function routerReadiness(
  status: EngineStatus,
): Pick<Readiness, 'router' | 'routerStep' | 'routerSecondsLeft' | 'routerTrouble'> {
  if (status.state === 'ready') return { router: 'ready' }
  if (status.state === 'unavailable') return { router: 'unavailable', routerTrouble: status.trouble.code }
  return { router: 'pending', routerStep: status.step, routerSecondsLeft: status.secondsLeft }
}
