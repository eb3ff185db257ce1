import type { Policy } from '@samtale/policy'
import { subtractDuration } from '@samtale/policy/time'
import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { defineJobs } from '../../platform/jobs/catalogue.ts'
import { dayOf } from './days.ts'
import { nameStore } from './name-store.ts'
import { sweepStore } from './sweep-store.ts'
import { purpose, roomCategory, usageCategory, type RoomTables } from './tables.ts'

/** The jobs of rooms. */
export const roomJobs = defineJobs({
  'room.sweep': { everyMinutes: 60, purposes: [builtInPurposes.storage, builtInPurposes.operation] },
})

type Duration = Parameters<typeof subtractDuration>[1]

/** How long the name of a room that is gone stays taken. */
const nameStays = 'P1Y'
const never = 'PT0S'
const pageSize = 1_000

/**
 * Deletes what was emptied, rooms whose time has long been over, and counts that are old, as the policy in force says.
 * Names of rooms that went with their owner are let go from then on, a year later for good.
 */
export function createRoomJobs(policy: Pick<Policy, 'processings' | 'edition'>, clock: Pick<Clock, 'now'>) {
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  const ago = (duration: Duration) => subtractDuration(clock.now(), duration, timeZone)
  return {
    'room.sweep': async ({ database }: { database: Purposes<RoomTables> }) => {
      const store = sweepStore(database)
      await store.deleted()
      await store.endedBefore(ago(longest(policy, roomCategory)))
      await store.daysBefore(dayOf(ago(longest(policy, usageCategory)), timeZone))
      await releaseNames(database, clock.now())
      await nameStore(database).forget(ago(nameStays))
    },
  }
}

/** How long the policy lets a category of rooms be kept at most. */
function longest({ processings }: Pick<Policy, 'processings'>, category: string): Duration {
  const found = Object.values(processings).find(
    (one) => one.purpose === purpose && (one.categories as readonly string[]).includes(category),
  )
  return found?.retention.cap.atMost ?? never
}

async function releaseNames(database: Purposes<RoomTables>, now: Date): Promise<void> {
  const names = nameStore(database)
  for (let after = lowest; ;) {
    const rooms = await names.rooms(after, pageSize)
    const last = rooms.at(-1)
    if (last === undefined) return
    const existing = await sweepStore(database).existing(rooms)
    await names.release(
      rooms.filter((room) => !existing.has(room)),
      now,
    )
    after = last
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'
