import type { Flow } from './frame-messages.ts'

/** One path's way of bringing a track that another participant sends. */
export interface Candidate {
  /** The path's generation: higher is newer. */
  generation: number
  flow: Flow
  /** Some frames have arrived, now or earlier. */
  arrived: boolean
}

/**
 * From which path a track is shown: the newest on which frames arrive steadily, so that a change of path isn't seen. Where
 * none do, the one shown before, if it still brings something, or nothing else does; else the newest that does or did.
 * Null where there is nothing to show.
 */
export function chooseTrack<T extends Candidate>(candidates: T[], shownGeneration: number | null): T | null {
  const newestFirst = candidates.toSorted((a, b) => b.generation - a.generation)
  const shown = newestFirst.find((one) => one.generation === shownGeneration)
  const steady = newestFirst.find((one) => one.flow === 'steady')
  if (steady) return steady
  if (shown && shown.flow !== 'quiet') return shown
  return newestFirst.find((one) => one.flow !== 'quiet') ?? shown ?? newestFirst.find((one) => one.arrived) ?? null
}

export interface OldPath {
  /** Milliseconds since a newer path was begun. */
  retiredForMs: number
  /** Milliseconds for which the newest path has been connected without a break; null while it isn't. */
  replacedForMs: number | null
  /** Of these, milliseconds for which nothing that is shown and arrives came by the old one; null while it does. */
  idleForMs: number | null
}

/** Make before break: how long the old path goes on at most beside a new one that is connected. */
export const overlapMs = 15_000
/** And beside one that isn't. */
export const longOverlapMs = 20_000
/** The others may still be finding what one sends on the new path when one has found all of theirs. */
export const settleMs = 2_000

/** Whether the old path may end. */
export function mayEnd({ retiredForMs, replacedForMs, idleForMs }: OldPath): boolean {
  if (retiredForMs >= longOverlapMs) return true
  if (replacedForMs === null) return false
  return replacedForMs >= overlapMs || (idleForMs !== null && idleForMs >= settleMs)
}
