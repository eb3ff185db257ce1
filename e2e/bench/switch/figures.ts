import type { Noted } from './in-page.ts'

/** What one listener missed of one speaker, in milliseconds. */
export interface Missed {
  /** The longest time without the speaker's own pitch. */
  gap: number
  /** The longest time for which the same picture stood. */
  freeze: number
  /** The longest time in which something was heard that isn't the speaker's pitch. */
  strange: number
  /** How often an older picture was shown after a newer one. */
  back: number
}

const windowMs = 10

export function missedOf({ own, all, pictures, from, until }: Noted): Missed {
  // What is loud for most of the time is what it sounds like when nothing is missing.
  const usual = median(own)
  const heard = own.map((level) => level > usual / 3)
  const strange = own.map((level, at) => (all[at] ?? 0) > usual / 3 && level < (all[at] ?? 0) / 2)
  const shownAt = [from, ...pictures.map(([at]) => at), until]
  const stood = shownAt.slice(1).map((at, before) => at - (shownAt[before] ?? at))
  const steps = pictures.slice(1).map(([, number], before) => number - (pictures[before]?.[1] ?? number))
  return {
    gap: usual === 0 ? own.length * windowMs : longestRun(heard, false) * windowMs,
    freeze: Math.max(...stood),
    strange: longestRun(strange, true) * windowMs,
    // The number has sixteen bits, and begins anew.
    back: steps.filter((by) => by < 0 && by > -32_768).length,
  }
}

function longestRun(values: readonly boolean[], wanted: boolean): number {
  let [longest, run] = [0, 0]
  for (const value of values) {
    run = value === wanted ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Median and worst of what each listener missed of each speaker, and the median and worst of each time's worst. */
export function row(name: string, times: readonly (readonly Missed[])[], pick: (missed: Missed) => number): string {
  const every = times.flat().map(pick)
  const worst = times.map((one) => Math.max(0, ...one.map(pick)))
  const figures = [median(every), median(worst), Math.max(0, ...every)]
  return `| ${name} | ${figures.map((figure) => figure.toFixed(0)).join(' | ')} |`
}
