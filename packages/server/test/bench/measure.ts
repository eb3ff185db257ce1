export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

/** A measure beside what it is compared with, and how many times as long it takes. */
export function compared(
  what: string,
  [base, beside]: readonly [string, string],
  times: readonly [number, number],
): string {
  const [one, other] = times
  return `${what}: ${base} ${one.toFixed(2)} ms, ${beside} ${other.toFixed(2)} ms, ratio ${(other / one).toFixed(2)}`
}
