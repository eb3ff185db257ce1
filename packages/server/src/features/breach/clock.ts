import type { Addressee, BreachRisk } from './tables.ts'

/** Steps at which it is told that a breach waits for its notice, in percent of the time. */
const steps = [50, 80, 100] as const
type Step = (typeof steps)[number]

interface Waiting {
  readonly awareAt: Date
  readonly dueAt: Date
  readonly risk: BreachRisk
  readonly told: readonly Addressee[]
}

/** Whether the authority waits for a notice: it gets none where there is no risk (GDPR art. 33(1)). */
export function isWaiting({ risk, told }: Pick<Waiting, 'risk' | 'told'>): boolean {
  return risk !== 'none' && !told.includes('authority')
}

/** How much of the time is over: the last step that was passed, or 0. */
export function stepAt({ awareAt, dueAt }: Pick<Waiting, 'awareAt' | 'dueAt'>, now: Date): Step | 0 {
  const share = (100 * (now.getTime() - awareAt.getTime())) / (dueAt.getTime() - awareAt.getTime())
  return steps.findLast((step) => share >= step) ?? 0
}
