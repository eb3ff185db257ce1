/** The numbers of one participant’s events: those that the page was told, beside the real server’s. */
export interface Stay {
  readonly id: string
  /** The number of the next event told. @param real the real server’s number; null for an invented one. */
  next(real: number | null): number
  /** An event was kept back. */
  kept(real: number): void
  /** The page has heard everything up to `told`. @returns the same in the real server’s numbers. */
  resumedAt(told: number): number
}

export function createStay(id = ''): Stay {
  let last = 0
  let lastReal = 0
  const reals: number[] = []
  return {
    id,
    next(real) {
      lastReal = real ?? lastReal
      reals[last] = lastReal
      last += 1
      return last
    },
    kept(real) {
      lastReal = real
    },
    resumedAt(told) {
      last = told
      reals.length = told
      lastReal = reals[told - 1] ?? 0
      return lastReal
    },
  }
}
