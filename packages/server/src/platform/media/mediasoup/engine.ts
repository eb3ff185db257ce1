import { availableParallelism } from 'node:os'
import type { WorkerSettings } from '../../../../media-worker/settings.ts'
import type { Log } from '../../log.ts'
import { EngineUnavailable, type MediaEngine } from '../engine.ts'
import { createStatusStore } from '../engine-status.ts'
import { awaitBinary } from './await-binary.ts'
import { WorkerPool } from './worker-pool.ts'

export interface MediasoupEngineOptions {
  /** Where the worker binary comes from. */
  binary: WorkerSettings
  /** `null`: the first free from 40000 to 40063. A number: that, and the following ones for further workers. `0`: whichever is free. */
  port: number | null
  /** How many workers; null is one a core, less one for Node, at least one. */
  workers: number | null
  /** How browsers on the internet reach this machine, where that isn't one of its own addresses. */
  announcedAddress: string | null
  log: Pick<Log, 'info' | 'warn' | 'error'>
}

export interface MediasoupEngine extends MediaEngine {
  /** Ports that workers listen on now, UDP and TCP. */
  ports(): number[]
  /** Processes of the workers, for tests that end one. */
  workerPids(): number[]
}

/** Routes media by mediasoup. Returns at once; the status tells when rooms can be routed. */
export function createMediasoupEngine(options: MediasoupEngineOptions): MediasoupEngine {
  const { log } = options
  const status = createStatusStore({ state: 'pending', step: 'Looking for the media worker', secondsLeft: null })
  const stop = new AbortController()
  let pool: WorkerPool | null = null
  const show = () => {
    if (pool !== null && !stop.signal.aborted) status.set(pool.status())
  }
  const begun = begin()

  async function begin(): Promise<void> {
    const binary = await awaitBinary({ settings: options.binary, signal: stop.signal, setStatus: status.set, log })
    if (binary === null || stop.signal.aborted) return
    const { port, announcedAddress } = options
    const count = options.workers ?? Math.max(1, availableParallelism() - 1)
    pool = new WorkerPool({ binary, port, announcedAddress, count, log, changed: show })
    show()
    await pool.start()
  }

  return {
    status: status.current,
    onStatus: status.listen,
    ports: () => pool?.ports() ?? [],
    workerPids: () => pool?.pids() ?? [],
    async createRouter() {
      const slot = pool?.leastLoaded()
      if (slot === undefined || stop.signal.aborted) throw new EngineUnavailable('no media worker is running')
      return slot.createRouter()
    },
    async close() {
      stop.abort()
      await pool?.close()
      await begun
    },
  }
}
