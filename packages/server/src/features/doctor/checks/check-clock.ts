import { finding, type Finding } from '../finding.ts'

export interface ClockFacts {
  now: Date
  /** When the newest file of the installation was written. */
  newestFile: Date
  /** What the system says; null where it says nothing. */
  isSynchronised: boolean | null
}

/** Files made elsewhere may be a little ahead, by another machine's clock or time zone. */
const toleratedMs = 26 * 3_600_000

export function checkClock({ now, newestFile, isSynchronised }: ClockFacts): Finding {
  if (newestFile.getTime() - now.getTime() > toleratedMs) {
    return finding('clock.behind', `It is ${now.toISOString()}, and a file is from ${newestFile.toISOString()}`)
  }
  if (isSynchronised === false) return finding('clock.unsynchronised', `It is ${now.toISOString()}`)
  return finding('clock.ok', `It is ${now.toISOString()}`)
}
