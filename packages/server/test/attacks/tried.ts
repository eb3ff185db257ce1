const counts = new Map<string, number>()

/** Counts attacks, by their kind. */
export function tried(kind: string, more = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + more)
}

/** How many attacks were tried, in words: one line for each kind. */
export function allTried(): string {
  const lines = [...counts].map(([kind, count]) => `  ${String(count).padStart(6)}  ${kind}`)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [`Attacks tried: ${all}`, ...lines].join('\n')
}
