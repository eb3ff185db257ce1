import type { Clock } from '../platform/clock.ts'

/** How long people in calls are let finish, in milliseconds, before the server starts anew all the same. */
const patienceMs = 24 * 3_600_000
const lookEveryMs = 60_000

/** Waits until nobody is in a call, at most a day: what is coming was promised for no sooner, and nobody is cut off for it. */
export function whenQuiet(people: () => number, clock: Clock): Promise<void> {
  const since = clock.monotonic()
  return new Promise((resolve) => {
    const look = () => {
      if (people() === 0 || clock.monotonic() - since >= patienceMs) resolve()
      else clock.after(lookEveryMs, look)
    }
    look()
  })
}
