import type { Flow } from './frame-messages.ts'

/** After how many milliseconds without a frame a flow counts as quiet. */
export const quietAfterMs = 3_000
/** After how many milliseconds, and frames, a flow that began counts as steady. */
export const steadyAfterMs = 500
export const steadyAfterFrames = 5

export interface FrameCounter {
  open(id: number): void
  forget(id: number): void
  /** Counts one frame. Returns what the flow has become, or null where it is what it was. */
  count(id: number, now: number): Exclude<Flow, 'quiet'> | null
  /** Flows that have become quiet since the last call. */
  newlyQuiet(now: number): number[]
  counts(): [id: number, frames: number][]
}

interface Counted {
  flow: Flow
  frames: number
  lastAt: number
  /** When and at which frame it began. */
  beganAt: number
  beganWith: number
}

/** Counts frames by flow. Times are milliseconds of any one clock. */
export function createFrameCounter(): FrameCounter {
  const all = new Map<number, Counted>()
  return {
    open: (id) => void all.set(id, { flow: 'quiet', frames: 0, lastAt: 0, beganAt: 0, beganWith: 0 }),
    forget: (id) => void all.delete(id),
    count(id, now) {
      const one = all.get(id)
      if (!one) return null
      const before = one.flow
      if (before === 'quiet') Object.assign(one, { beganAt: now, beganWith: one.frames })
      one.frames += 1
      one.lastAt = now
      one.flow = isSteady(one) ? 'steady' : 'begun'
      return one.flow === before ? null : one.flow
    },
    newlyQuiet(now) {
      const quiet = [...all].filter(([, one]) => one.flow !== 'quiet' && now - one.lastAt >= quietAfterMs)
      for (const [, one] of quiet) one.flow = 'quiet'
      return quiet.map(([id]) => id)
    },
    counts: () => [...all].map(([id, one]) => [id, one.frames]),
  }
}

function isSteady(one: Counted): boolean {
  return one.lastAt - one.beganAt >= steadyAfterMs && one.frames - one.beganWith >= steadyAfterFrames
}
