import { isDeepStrictEqual } from 'node:util'
import type { EngineStatus } from './engine.ts'

/** An engine's status and who wants to know of it. */
export interface StatusStore {
  current(): EngineStatus
  /** Tells the listeners, unless nothing changed. */
  set(status: EngineStatus): void
  listen(listener: (status: EngineStatus) => void): () => void
}

export function createStatusStore(first: EngineStatus): StatusStore {
  let current = first
  const listeners = new Set<(status: EngineStatus) => void>()
  return {
    current: () => current,
    set(status) {
      if (isDeepStrictEqual(status, current)) return
      current = status
      for (const listener of [...listeners]) listener(status)
    },
    listen(listener) {
      // Wrapped, so that the same function may listen twice.
      const own = (status: EngineStatus) => listener(status)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
