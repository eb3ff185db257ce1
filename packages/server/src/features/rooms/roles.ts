import type { RoomRole } from '@samtale/protocol'
import { memberStore } from './members/member-store.ts'
import type { RoomParts } from './parts.ts'
import type { Room } from './room-store.ts'

/**
 * What somebody is in a room: its owner hosts it, and whom they let in by name is a member; in an organisation's who is at
 * least a host there hosts it.
 */
export async function roleIn(
  { memberships, members, database }: Pick<RoomParts, 'memberships' | 'members' | 'database'>,
  room: Pick<Room, 'id' | 'owner' | 'record_id'>,
  account: string | null,
): Promise<RoomRole> {
  if (account === null) return 'guest'
  if (room.owner === 'account') {
    if (room.record_id === account) return 'host'
    return members !== null && (await memberStore(database).isIn(room.id, account)) ? 'member' : 'guest'
  }
  const role = await memberships.roleOf(account, room.record_id)
  if (role === null) return 'guest'
  return role === 'member' ? 'member' : 'host'
}
