/** How far behind the newest counter a frame may come: some seconds of everything a person sends. */
const size = 1_024

/** Remembers which counters came, so that a frame played back isn't shown again. */
export interface ReplayWindow {
  /** It would be new. Asked before a frame is opened. */
  fresh(counter: number): boolean
  /** Notes it; false where it came meanwhile. To be called only for frames that opened. */
  note(counter: number): boolean
}

export function createReplayWindow(): ReplayWindow {
  // Which counter was last seen at each place of a ring.
  const ring = new Float64Array(size).fill(-1)
  let newest = -1
  const fresh = (counter: number) => counter > newest - size && ring[counter % size] !== counter
  return {
    fresh,
    note(counter) {
      if (!fresh(counter)) return false
      ring[counter % size] = counter
      newest = Math.max(newest, counter)
      return true
    },
  }
}
