/** Tells, once, that something ended without having been closed; also those who ask too late. */
export interface Losable {
  onLost(listener: () => void): void
  lose(): void
  /** It was closed: nobody is told any more. */
  end(): void
}

export function createLosable(): Losable {
  let state: 'open' | 'lost' | 'ended' = 'open'
  let listeners: (() => void)[] = []
  return {
    onLost(listener) {
      if (state === 'open') listeners.push(listener)
      if (state === 'lost') queueMicrotask(listener)
    },
    lose() {
      if (state !== 'open') return
      state = 'lost'
      const told = listeners
      listeners = []
      for (const listener of told) listener()
    },
    end() {
      if (state === 'open') state = 'ended'
      listeners = []
    },
  }
}
