/** Levels above this are speech rather than a quiet room (about −36 dBFS). */
const threshold = 0.016
/** Somebody who pauses for breath still speaks. */
const holdMs = 700

/** Who speaks, from levels that come a few times a second. */
export function createSpeakingDetector() {
  const heardAt = new Map<string, number>()
  return {
    /** Whether this person speaks now; `now` in milliseconds, growing. */
    update(id: string, level: number, now: number): boolean {
      if (level >= threshold) heardAt.set(id, now)
      return now - (heardAt.get(id) ?? Number.NEGATIVE_INFINITY) < holdMs
    },
    forget(id: string): void {
      heardAt.delete(id)
    },
  }
}
