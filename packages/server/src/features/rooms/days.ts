import { dayStore } from './day-store.ts'
import type { RoomParts } from './parts.ts'
import { roomStore } from './room-store.ts'
import { sweepStore } from './sweep-store.ts'
import { roomCategory } from './tables.ts'

/** How often a room was used since a day. */
export interface RoomUse {
  readonly room: string
  readonly meetings: number
  readonly missedKnocks: number
}

/** Counts by room and day, for the owner: numbers alone, nothing about who came. */
export function createDays({ database, seals, clock, timeZone }: RoomParts) {
  const note = async (name: string, what: 'meetings' | 'missed_knocks'): Promise<void> => {
    const room = await roomStore(database).find(seals.index(roomCategory, name))
    if (room === undefined) return
    await dayStore(database).add({ room: room.id, record: room.record_id, day: dayOf(clock.now(), timeZone), what })
  }
  return {
    /** Somebody opened a meeting in a room. Nothing is counted for a room that nobody owns. */
    noteMeeting: (name: string) => note(name, 'meetings'),
    /** Somebody knocked and went away without an answer. */
    noteMissedKnock: (name: string) => note(name, 'missed_knocks'),
    /** What was counted before a time of an owner's rooms goes. */
    forgetUses: (record: string, before: Date): Promise<void> =>
      sweepStore(database).daysOfBefore(record, dayOf(before, timeZone)),
    /** Of each room of an owner. */
    usesSince: async (record: string, since: Date): Promise<RoomUse[]> => {
      const sums = await dayStore(database).sums(record, dayOf(since, timeZone))
      return sums.map(({ room_id: room, meetings, missed_knocks }) => {
        return { room, meetings: Number(meetings), missedKnocks: Number(missed_knocks) }
      })
    },
  }
}

/** A day on the calendar of a time zone, such as `2026-11-22`. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}
