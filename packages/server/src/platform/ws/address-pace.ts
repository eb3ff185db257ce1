import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { networkLabel } from './address-limits.ts'

/** How fast something may come from one network address. */
export interface AddressPace {
  /** Takes one; 0, or the milliseconds until there is one. */
  take(address: string): number
}

/** How many addresses are looked at before those that rest are forgotten. */
const sweepAbove = 1_000

/**
 * `burst` at once and one more every `everyMs`, per network, without holding addresses: the keys are HMACs under a key
 * that lives in this process. What has rested until it is full again is forgotten.
 */
export function createAddressPace(pace: { burst: number; everyMs: number }, clock: Clock): AddressPace {
  const key = randomBytes(32)
  /** When each would be full again (a leaky bucket by its time of emptiness). */
  const fullAt = new Map<string, number>()
  const labelOf = (address: string) => createHmac('sha256', key).update(networkLabel(address)).digest('base64url')
  return {
    take(address) {
      const now = clock.monotonic()
      if (fullAt.size > sweepAbove) for (const [label, at] of fullAt) if (at <= now) fullAt.delete(label)
      const label = labelOf(address)
      const next = Math.max(now, fullAt.get(label) ?? now) + pace.everyMs
      const over = next - now - pace.burst * pace.everyMs
      if (over > 0) return over
      fullAt.set(label, next)
      return 0
    },
  }
}
