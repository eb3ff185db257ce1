/** A worker that ran this long has nothing wrong with it: its death counts as the first. */
export const STABLE_MS = 30_000

const FIRST_MS = 100
const LONGEST_MS = 10_000

/** How long to wait before the next start, by how many went wrong in a row: 0, 200, 400 ms … 10 s. */
export function restartDelay(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)
}
