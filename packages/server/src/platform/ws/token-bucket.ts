import type { Clock } from '../clock.ts'

/** A token bucket: `burst` at once, `perSecond` in the long run. */
export function createTokenBucket(limit: { perSecond: number; burst: number }, clock: Clock) {
  let tokens = limit.burst
  let filledAt = clock.monotonic()
  return {
    /** Takes a token; false where there is none. */
    take(): boolean {
      const now = clock.monotonic()
      tokens = Math.min(limit.burst, tokens + ((now - filledAt) / 1_000) * limit.perSecond)
      filledAt = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
