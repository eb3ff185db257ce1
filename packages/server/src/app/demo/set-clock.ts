import { systemClock, type Clock } from '../../platform/clock.ts'

/** A clock that stands where it is put. */
export interface SetClock extends Clock {
  set(at: Date): void
}

/** The time at which the life of a demonstration's people is told; what waits, waits by the real one. */
export function createSetClock(start: Date): SetClock {
  let time = start
  return {
    ...systemClock,
    now: () => time,
    set: (at) => {
      time = at
    },
  }
}
