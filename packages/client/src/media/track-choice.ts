/** One path's way of bringing a track that another participant sends. */
export interface Candidate {
  /** The path's generation: higher is newer. */
  generation: number
  /** Frames arrive now; `arrived`: some have. */
  arriving: boolean
  arrived: boolean
}

/**
 * From which path a track is shown: the newest on which frames arrive, so that a change of path isn't seen; where none
 * arrive, the one shown before; else the newest on which any have arrived. Null where there is nothing to show.
 */
export function chooseTrack<T extends Candidate>(candidates: T[], shownGeneration: number | null): T | null {
  const newestFirst = candidates.toSorted((a, b) => b.generation - a.generation)
  return (
    newestFirst.find((one) => one.arriving) ??
    newestFirst.find((one) => one.generation === shownGeneration) ??
    newestFirst.find((one) => one.arrived) ??
    null
  )
}

export interface OldPath {
  /** Milliseconds since a newer path was begun. */
  retiredForMs: number
  /** Something that is shown comes by it, and is needed: it arrives, or its last picture bridges the router's absence. */
  needed: boolean
  /** Milliseconds for which it has not been needed while the newest path was connected; null while that isn't so. */
  idleForMs: number | null
}

/** Make before break: how long the old path goes on at most. */
export const overlapMs = 8_000
/** The others may still be finding what one sends on the new path when one has found all of theirs. */
export const settleMs = 2_000

/** Whether the old path may end. */
export function mayEnd({ retiredForMs, idleForMs, needed }: OldPath): boolean {
  return retiredForMs >= overlapMs || (!needed && idleForMs !== null && idleForMs >= settleMs)
}
