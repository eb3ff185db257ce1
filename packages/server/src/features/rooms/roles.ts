import type { RoomRole } from '@samtale/protocol'
import type { RoomParts } from './parts.ts'
import type { Room } from './room-store.ts'

/** What somebody is in a room: its owner hosts it, and in an organisation's who is at least a host there. */
export async function roleIn(
  { memberships }: Pick<RoomParts, 'memberships'>,
  room: Pick<Room, 'owner' | 'record_id'>,
  account: string | null,
): Promise<RoomRole> {
  if (account === null) return 'guest'
  if (room.owner === 'account') return room.record_id === account ? 'host' : 'guest'
  const role = await memberships.roleOf(account, room.record_id)
  if (role === null) return 'guest'
  return role === 'member' ? 'member' : 'host'
}
