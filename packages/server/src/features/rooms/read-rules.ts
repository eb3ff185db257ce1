import { RoomDoor, RoomSize } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import type { Sent, Wrong } from '../pages/index.ts'
import { fromLocal, toLocal } from './end-time.ts'
import type { OpenedRoom } from './opened.ts'
import { roomWords as words } from './pages/room-words.ts'
import type { RoomSettings } from './changes.ts'

/** The box that hides people's network addresses. */
export const addresses = 'hide-addresses'
const year = 366 * 86_400_000

interface Around {
  readonly room: Pick<OpenedRoom, 'owner' | 'endsAt' | 'door' | 'size'>
  readonly largeAllowed: boolean
  /** Whether people can be let in to it by name. */
  readonly hasMembers: boolean
  readonly timeZone: string
  readonly clock: Pick<Clock, 'now'>
}

/** The rules of a room from its form. What isn't offered is not taken, whatever is sent. */
export function readRules(
  sent: Sent,
  around: Around,
): { readonly ok: true; readonly rules: RoomSettings } | { readonly ok: false; readonly wrong: Wrong } {
  const { room, largeAllowed, hasMembers } = around
  const door = RoomDoor.safeParse(sent['door'])
  const size = RoomSize.safeParse(sent['size'])
  const ends = readEnd(sent['ends']?.trim() ?? '', around)
  if (!ends.ok) return { ok: false, wrong: { ends: ends.wrong } }
  return {
    ok: true,
    rules: {
      door: door.success && (door.data !== 'members' || hasMembers) ? door.data : room.door,
      size: size.success && (size.data === 'small' || largeAllowed) ? size.data : room.size,
      // A box that isn't ticked isn't sent.
      hidesAddresses: sent[addresses] === 'yes',
      endsAt: ends.at,
    },
  }
}

function readEnd(text: string, { room, timeZone, clock }: Around) {
  if (text === '') return { ok: true, at: null } as const
  // What was there before is kept to the millisecond, also when it is over.
  if (room.endsAt !== null && toLocal(room.endsAt, timeZone) === text) return { ok: true, at: room.endsAt } as const
  const at = fromLocal(text, timeZone)
  const now = clock.now()
  if (at === null || at.getTime() - now.getTime() > year) return { ok: false, wrong: words.endsWrong } as const
  return at <= now ? ({ ok: false, wrong: words.endsPast } as const) : ({ ok: true, at } as const)
}
