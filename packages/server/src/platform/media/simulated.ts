import { ortc } from 'mediasoup'
import { routerCodecs } from './codecs.ts'
import { EngineUnavailable, type EngineTrouble, type MediaEngine } from './engine.ts'
import { createStatusStore } from './engine-status.ts'
import { SimulatedRouter, type OpenCounts } from './simulated/router.ts'

/** An engine in memory, for fast tests: it checks parameters as mediasoup does, and routes nothing. */
export interface SimulatedEngine extends MediaEngine {
  /** What is open now; all zero when nothing leaks. */
  counts(): OpenCounts
  becomePending(secondsLeft: number | null, step?: string): void
  becomeUnavailable(trouble?: EngineTrouble): void
  becomeReady(): void
  /** As if the worker died: every open router is lost. The status stays as it is. */
  loseRouters(): void
}

const noWorker: EngineTrouble = { code: 'worker.build-failed', detail: 'The simulated engine was made unavailable.' }

/** Ready from the start. */
export function createSimulatedEngine(): SimulatedEngine {
  const status = createStatusStore({ state: 'ready', workers: 1 })
  const rtpCapabilities = ortc.generateRouterRtpCapabilities(routerCodecs)
  const routers = new Set<SimulatedRouter>()
  let closed = false
  return {
    status: status.current,
    onStatus: status.listen,
    async createRouter() {
      if (closed || status.current().state !== 'ready') throw new EngineUnavailable('the simulated engine is not ready')
      const router = new SimulatedRouter(rtpCapabilities, () => routers.delete(router))
      routers.add(router)
      return router
    },
    async close() {
      closed = true
      for (const router of [...routers]) router.close()
    },
    counts() {
      const sum: OpenCounts = { routers: 0, transports: 0, producers: 0, consumers: 0 }
      for (const router of routers) {
        const open = router.counts()
        sum.routers += open.routers
        sum.transports += open.transports
        sum.producers += open.producers
        sum.consumers += open.consumers
      }
      return sum
    },
    becomePending: (secondsLeft, step = 'Building the media worker') =>
      status.set({ state: 'pending', step, secondsLeft }),
    becomeUnavailable: (trouble = noWorker) => status.set({ state: 'unavailable', trouble }),
    becomeReady: () => status.set({ state: 'ready', workers: 1 }),
    loseRouters() {
      for (const router of [...routers]) router.lose()
    },
  }
}
