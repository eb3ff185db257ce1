import { Refusal } from '@samtale/protocol'
import { nobodysRooms, type Doorkeeper, type Meetings } from '../features/meetings/index.ts'
import { admission, closedBecause, linkRefused, type Rooms } from '../features/rooms/index.ts'

/**
 * What meetings ask of rooms. Who is in the meeting, and whether it is locked, the meeting knows; what comes before that
 * is decided here.
 */
export function doorkeeperOf(rooms: Rooms | null): Doorkeeper {
  if (rooms === null) return nobodysRooms
  return {
    entrance: async ({ room, tag, claim }) => {
      const rules = await rooms.rulesOf(room)
      const shown = await rooms.readClaim(claim, rules)
      if (claim !== null && shown === null && rules.id !== null) throw new Refusal('room.claim-invalid')
      const admitted = admission(rules, { claim: shown, linkTag: rooms.linkTagOf(tag), people: 0 })
      if (admitted !== 'in' && admitted !== 'knock') throw new Refusal(admitted)
      const { door, size, endsAt, hidesAddresses } = rules
      const role = shown?.role ?? 'guest'
      const person = shown === null ? null : ({ kind: shown.known ? 'account' : 'page', key: shown.visitor } as const)
      return { owned: rules.id !== null, door, size, endsAt, hidesAddresses, role, person }
    },
    // Whoever asks is a host by claim: meetings/rights has decided that.
    enlarge: (room) => rooms.enlarge(room),
    // A count that is lost is no harm: nobody waits for it.
    used: (room, what) => {
      const noted = what === 'meeting' ? rooms.noteMeeting(room) : rooms.noteMissedKnock(room)
      noted.catch(() => undefined)
    },
  }
}

/** A change by another process, or by what deletes records, is seen so often. */
const lookEveryMs = 4_000

/**
 * Ends the meetings of rooms that are deleted, over or suspended, and sends away who waits with a link that is old by now:
 * at once where that was done here.
 */
export function followRooms(
  rooms: Rooms | null,
  meetings: Pick<Meetings, 'closeRoom' | 'turnAway' | 'running'>,
): () => void {
  if (rooms === null) return () => {}
  const look = async (room: string): Promise<void> => {
    const rules = await rooms.rulesOf(room)
    const closed = closedBecause(rules)
    if (closed !== null) return meetings.closeRoom(room, closed)
    meetings.turnAway(room, (tag) => linkRefused(rules, rooms.linkTagOf(tag)))
  }
  // What can't be found out now is asked again soon.
  const tryToLook = (room: string) => void look(room).catch(() => undefined)
  const timer = setInterval(() => {
    for (const room of new Set(meetings.running.map((one) => one.room))) tryToLook(room)
  }, lookEveryMs)
  timer.unref()
  const forget = rooms.onChange(tryToLook)
  return () => {
    clearInterval(timer)
    forget()
  }
}
