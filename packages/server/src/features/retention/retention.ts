import type { GroundPolicy } from '@samtale/policy/grounds'
import type { Clock } from '../../platform/clock.ts'
import type { Look, Records } from '../records/index.ts'
import { scheduleOf, type Schedule } from './schedule.ts'

export interface RetentionOptions {
  readonly records: Pick<Records, 'look' | 'count'>
  readonly policy: GroundPolicy
  readonly clock: Pick<Clock, 'now'>
}

export interface Retention {
  /** What becomes of everything until an instant, by what is known now. */
  schedule(until: Date): Promise<Schedule>
  readonly timeZone: string
}

/** Looks at what retention will do, and does nothing. */
export function createRetention({ records, policy, clock }: RetentionOptions): Retention {
  async function* pages(now: Date) {
    for await (const looks of records.look.all(now)) {
      const counts = Map.groupBy(await records.count(looks.map(({ record }) => record)), ({ record }) => record)
      yield looks.map((look: Look) => ({ look, cells: cellsOf(counts.get(look.record.id) ?? []) }))
    }
  }
  return {
    schedule: (until) => {
      const now = clock.now()
      return scheduleOf({ policy, pages: () => pages(now) }, now, until)
    },
    timeZone: policy.edition?.timeZone ?? 'Europe/Oslo',
  }
}

function cellsOf(
  counts: readonly { readonly category: string; readonly cells: number }[],
): ReadonlyMap<string, number> {
  const cells = new Map<string, number>()
  for (const count of counts) cells.set(count.category, (cells.get(count.category) ?? 0) + count.cells)
  return cells
}
