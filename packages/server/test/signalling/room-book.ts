import { Refusal, type ErrorCode } from '@samtale/protocol'
import { nobodysRooms, type Doorkeeper } from '../../src/features/meetings/index.ts'

type Entrance = Awaited<ReturnType<Doorkeeper['entrance']>>

interface Listed extends Pick<Entrance, 'owned' | 'door' | 'size' | 'endsAt' | 'hidesAddresses'> {
  /** Why nobody comes in. */
  closed: ErrorCode | null
  mayGrow: boolean
}

const open: Listed = {
  owned: true,
  door: 'link',
  size: 'large',
  endsAt: null,
  hidesAddresses: false,
  closed: null,
  mayGrow: true,
}

/**
 * Rooms with owners, without a database. A claim reads `role_room_person` (`_page` after it for a guest's page); whatever
 * else is given as one counts as forged.
 */
export function createRoomBook(rooms: Record<string, Partial<Listed>>) {
  const book = new Map<string, Listed>(Object.entries(rooms).map(([room, listed]) => [room, { ...open, ...listed }]))
  const doorkeeper: Doorkeeper = {
    entrance: async (asked) => {
      const listed = book.get(asked.room)
      if (listed === undefined) return nobodysRooms.entrance(asked)
      if (listed.closed !== null) throw new Refusal(listed.closed)
      const { role, person } = read(asked.claim, asked.room)
      if (listed.door === 'members' && role === 'guest') throw new Refusal('room.members-only')
      const { owned, door, size, endsAt, hidesAddresses } = listed
      return { owned, door, size, endsAt, hidesAddresses, role, person }
    },
    enlarge: async (room) => {
      const listed = book.get(room)
      if (!listed?.mayGrow) return false
      listed.size = 'large'
      return true
    },
  }
  return {
    doorkeeper,
    change: (room: string, part: Partial<Listed>) => void Object.assign(book.get(room) ?? {}, part),
  }
}

function read(claim: string | null, room: string): Pick<Entrance, 'role' | 'person'> {
  if (claim === null) return { role: 'guest', person: null }
  const [role, of, key, kind = 'account'] = claim.split('_')
  if (of !== room || key === undefined) throw new Refusal('room.claim-invalid')
  if (role !== 'host' && role !== 'member' && role !== 'guest') throw new Refusal('room.claim-invalid')
  return { role, person: { kind: kind === 'page' ? 'page' : 'account', key } }
}
