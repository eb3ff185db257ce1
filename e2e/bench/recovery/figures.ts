/** What one page saw of a disturbance, in milliseconds. */
export interface Seen {
  /** From the moment on which the call could be well again, until frames are decoded and keep coming; null: not in time. */
  readonly backAfter: number | null
  /** The longest time without a frame, before and after that moment. */
  readonly longestGap: number
}

/** Frames count as flowing while none is missed for longer than this. */
const flowingGapMs = 500

/** @param frames moments at which frames were decoded, in order; all in milliseconds of one clock */
export function judge(frames: readonly number[], disturbed: number, couldBeWell: number, until: number): Seen {
  const marks = [disturbed, ...frames.filter((at) => at > disturbed && at < until), until]
  const gaps = marks.slice(1).map((end, index) => ({ end, length: end - (marks[index] ?? end) }))
  const last = gaps.findLast(({ length }) => length > flowingGapMs)
  const longestGap = Math.round(Math.max(...gaps.map(({ length }) => length)))
  if (last === undefined) return { backAfter: 0, longestGap }
  return { backAfter: last.end === until ? null : Math.round(Math.max(0, last.end - couldBeWell)), longestGap }
}

export function summary(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  if (known.length === 0) return 'never'
  const median = known[Math.floor((known.length - 1) / 2)] ?? 0
  const missed = values.length - known.length
  return `${median} / ${missed > 0 ? `never (${missed})` : (known.at(-1) ?? 0)}`
}
