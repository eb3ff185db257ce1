/** ISO 8601-1 §5.5.2, such as `PT12S` or `P24M`. `PT0S` is at once. */
export type Duration = `P${string}`

const pattern = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const

export interface DurationPart {
  unit: (typeof units)[number]
  count: number
}

/** The parts of an ISO 8601 duration that aren't zero, largest first; null where it isn't one. */
export function parseDuration(duration: string): DurationPart[] | null {
  const match = pattern.exec(duration)
  if (match === null) return null
  return units.map((unit, index) => ({ unit, count: Number(match[index + 1] ?? 0) })).filter(({ count }) => count > 0)
}

/** Whether something is an ISO 8601 duration in whole parts. */
export function isDuration(value: unknown): value is Duration {
  return typeof value === 'string' && parseDuration(value) !== null
}
