/** Time, injectable so that tests can hold it. */
export interface Clock {
  now(): Date
  /** Milliseconds that only ever grow, for intervals. */
  monotonic(): number
  /** Calls once, after a time in milliseconds; returns the way to stop it. Never keeps the process alive. */
  after(milliseconds: number, action: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
