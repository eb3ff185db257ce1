import type { Border, BorderCounts } from './border-counts.ts'
import type { Log } from './log.ts'
import type { FieldsOf } from './log/events.ts'
import { placesOf } from './log/places.ts'

type Reported = Exclude<Border, 'log.refused'>

/** Says that a border refused something, and why, where there is more than one reason. */
export type ReportRefusal = <B extends Reported>(border: B, fields?: Omit<FieldsOf<B>, 'stack'>) => void

/** Counts every refusal, and tells each in the log with the place in the code, once for each place and reason. */
export function reportRefusals(log: Log, counts: Pick<BorderCounts, 'add'>): ReportRefusal {
  const told = new Set<string>()
  return (border, fields) => {
    counts.add(border)
    const stack = callersPlaces()
    const whole = stack === '' ? { ...fields } : { ...fields, stack }
    const key = JSON.stringify([border, whole])
    if (told.has(key)) return
    told.add(key)
    // The compiler can't see that the fields are those of the same border.
    log.warn<Reported>(border, whole)
  }
}

/** Where in the code something was tried, without the border's own frames before it. */
function callersPlaces(): string {
  const usual = Error.stackTraceLimit
  Error.stackTraceLimit = 40
  const stack = placesOf(new Error('refused'), /^packages\/server\/src\/platform\/(?:refusals|output|egress\/)/)
  Error.stackTraceLimit = usual
  return stack
}
