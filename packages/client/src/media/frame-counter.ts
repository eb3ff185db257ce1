/** After how many milliseconds without a frame a flow counts as quiet. */
export const quietAfterMs = 3_000

export interface FrameCounter {
  open(id: number): void
  forget(id: number): void
  /** Counts one frame; true when it is the first, or the first after quiet. */
  count(id: number, now: number): boolean
  /** Flows that have become quiet since the last call. */
  newlyQuiet(now: number): number[]
  counts(): [id: number, frames: number][]
}

interface Flow {
  frames: number
  lastAt: number
  flowing: boolean
}

/** Counts frames by flow, and tells flowing from quiet. Times are milliseconds of any one clock. */
export function createFrameCounter(): FrameCounter {
  const flows = new Map<number, Flow>()
  return {
    open: (id) => void flows.set(id, { frames: 0, lastAt: 0, flowing: false }),
    forget: (id) => void flows.delete(id),
    count(id, now) {
      const flow = flows.get(id)
      if (!flow) return false
      const begins = !flow.flowing
      flow.frames += 1
      flow.lastAt = now
      flow.flowing = true
      return begins
    },
    newlyQuiet(now) {
      const quiet = [...flows].filter(([, flow]) => flow.flowing && now - flow.lastAt >= quietAfterMs)
      for (const [, flow] of quiet) flow.flowing = false
      return quiet.map(([id]) => id)
    },
    counts: () => [...flows].map(([id, flow]) => [id, flow.frames]),
  }
}
