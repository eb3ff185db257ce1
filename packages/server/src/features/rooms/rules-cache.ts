import type { Clock } from '../../platform/clock.ts'
import type { RoomRules } from './rules.ts'

/** How old what is remembered gets: so long another process may take to see a change. */
const freshMs = 3_000
const most = 20_000

/**
 * What was last found out about rooms, so that a crowd at a door is one look into the database. A change made here is
 * seen at once; one made by another process, or by what deletes records, within three seconds.
 */
export function createRulesCache(clock: Pick<Clock, 'monotonic'>, find: (room: string) => Promise<RoomRules>) {
  const known = new Map<string, { readonly at: number; readonly rules: Promise<RoomRules> }>()
  return {
    get: (room: string): Promise<RoomRules> => {
      const now = clock.monotonic()
      const found = known.get(room)
      if (found !== undefined && now - found.at < freshMs) return found.rules
      const rules = find(room)
      known.delete(room)
      known.set(room, { at: now, rules })
      // What could not be found out is asked again.
      rules.catch(() => known.delete(room))
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return rules
    },
    forget: (room: string): void => void known.delete(room),
    clear: (): void => known.clear(),
  }
}
