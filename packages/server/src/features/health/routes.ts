import type { FastifyInstance } from 'fastify'
import type { EngineStatus } from '../../platform/media/engine.ts'

export interface HealthOptions {
  routerStatus(): EngineStatus
  /** Ports that the media workers listen on, UDP and TCP. */
  mediaPorts(): number[]
  draining(): boolean
  databaseReady(): Promise<boolean>
}

/** What `/readyz` says; `router` is what is still coming where it isn't `ready`. */
export interface Readiness {
  status: 'ready' | 'not-ready'
  database: 'ready' | 'not-ready'
  router: 'ready' | 'pending' | 'unavailable'
  routerStep?: string
  routerSecondsLeft?: number | null
  routerTrouble?: string
  mediaPorts: number[]
}

/** `GET /healthz`: alive. `GET /readyz`: can hold a meeting, of up to four at least; 503 where it can't. */
export function registerHealthRoutes(server: FastifyInstance, options: HealthOptions): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))
  server.get('/readyz', async (_request, reply) => {
    const database = (await options.databaseReady()) ? 'ready' : 'not-ready'
    const ready = database === 'ready' && !options.draining()
    const readiness: Readiness = {
      status: ready ? 'ready' : 'not-ready',
      database,
      mediaPorts: options.mediaPorts(),
      ...routerReadiness(options.routerStatus()),
    }
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness)
  })
}

function routerReadiness(status: EngineStatus): Omit<Readiness, 'status' | 'database' | 'mediaPorts'> {
  if (status.state === 'ready') return { router: 'ready' }
  if (status.state === 'unavailable') return { router: 'unavailable', routerTrouble: status.trouble.code }
  return { router: 'pending', routerStep: status.step, routerSecondsLeft: status.secondsLeft }
}
