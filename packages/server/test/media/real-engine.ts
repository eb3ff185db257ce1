import { workerSettings } from '../../media-worker/settings.ts'
import type { MediaEngine } from '../../src/platform/media/engine.ts'
import {
  createMediasoupEngine,
  type MediasoupEngine,
  type MediasoupEngineOptions,
} from '../../src/platform/media/mediasoup/engine.ts'

/** Building the worker, where it isn't cached and can't be fetched, takes minutes. */
export const PATIENCE_MS = 900_000

export interface RealEngine {
  engine: MediasoupEngine
  /** Event and fields of every log line, as one text each. */
  logged: string[]
}

/** An engine with real workers, on any free port. Not ready yet. */
export function createRealEngine(changes: Partial<MediasoupEngineOptions> = {}): RealEngine {
  const logged: string[] = []
  const note = (event: string, fields = {}) => void logged.push(JSON.stringify([event, fields]))
  const engine = createMediasoupEngine({
    binary: workerSettings(process.env),
    port: 0,
    workers: 1,
    announcedAddress: null,
    log: { info: note, warn: note, error: note },
    ...changes,
  })
  return { engine, logged }
}

/** Resolves when so many workers run. Rejects where they can't: a test that needs the worker fails, it isn't skipped. */
export function untilReady(engine: MediaEngine, workers = 1): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const status = engine.status()
      if (status.state === 'pending' || (status.state === 'ready' && status.workers < workers)) return
      stop()
      if (status.state === 'ready') resolve()
      else reject(new Error(`${status.trouble.code}: ${status.trouble.detail} ${status.trouble.command ?? ''}`))
    }
    const stop = engine.onStatus(look)
    look()
  })
}
