import { appendFileSync } from 'node:fs'

const counts = new Map<string, number>()
/** Where `npm run attacks` gathers what the files of tests tried: each runs by itself. */
const gathered = process.env['ATTACKS_GATHERED_IN']

/** Counts attacks, by their kind. */
export function tried(kind: string, more = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + more)
  if (gathered !== undefined) appendFileSync(gathered, `${more}\t${kind}\n`)
}

/** How many attacks were tried, in words: one line for each kind. */
export function allTried(): string {
  const lines = [...counts].map(([kind, count]) => `  ${String(count).padStart(6)}  ${kind}`)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [`Attacks tried: ${all}`, ...lines].join('\n')
}
