import type { Clock } from '../src/platform/clock.ts'

/** A clock that stands still until told: `advance` runs what falls due, in order. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void
}

export function createTestClock(start = new Date('2026-06-01T09:00:00Z')): TestClock {
  let elapsed = 0
  let timers: { at: number; action: () => void }[] = []
  return {
    now: () => new Date(start.getTime() + elapsed),
    monotonic: () => elapsed,
    after: (milliseconds, action) => {
      const timer = { at: elapsed + milliseconds, action }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance: (milliseconds) => {
      const until = elapsed + milliseconds
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        timers = timers.filter((other) => other !== due)
        elapsed = Math.max(elapsed, due.at)
        due.action()
      }
      elapsed = until
    },
  }
}
