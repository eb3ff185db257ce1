/**
 * How long to wait before the next attempt, in milliseconds: 200 ms growing by half to 5 s, less up to half at random, so that
 * a restarted server isn't met by everybody at once. `random` is from 0 to 1.
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(5_000, 200 * 1.5 ** Math.min(attempt, 10))
  return full * (1 - random / 2)
}
