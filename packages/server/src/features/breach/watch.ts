import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { Log } from '../../platform/log.ts'
import { stepAt } from './clock.ts'
import { breachStore, type StoredBreach } from './store.ts'
import type { BreachTables } from './tables.ts'

/** Watches the time of breaches whose notice the authority waits for. */
export function createWatch(parts: {
  database: Purposes<BreachTables>
  clock: Pick<Clock, 'now'>
  log: Pick<Log, 'warn'>
  waiting(): Promise<readonly StoredBreach[]>
}) {
  const { database, clock, log, waiting } = parts
  return {
    /** Whether an authority should have been told by now: `/readyz` shows it. */
    anyOverdue: async (): Promise<boolean> => {
      const now = clock.now()
      return (await waiting()).some(({ due_at }) => now > due_at)
    },

    /** Tells in the log, once each, when half, most and all of a breach's time is over. */
    tellTime: async (): Promise<void> => {
      const now = clock.now()
      const store = breachStore(database.for(builtInPurposes.operation))
      for (const { id, aware_at: awareAt, due_at: dueAt } of await waiting()) {
        const step = stepAt({ awareAt, dueAt }, now)
        if (step !== 0 && (await store.told(id, step))) log.warn('breach.time', { percent: step })
      }
    },
  }
}
