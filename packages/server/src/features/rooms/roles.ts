import type { RoomRole } from '@samtale/protocol'
import { mostMembers } from './members/invite.ts'
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

/** Accounts that are at least that in a room at this moment. */
export async function accountsIn(
  { memberships, members, database }: Pick<RoomParts, 'memberships' | 'members' | 'database'>,
  room: Pick<Room, 'id' | 'owner' | 'record_id'>,
  least: Exclude<RoomRole, 'guest'>,
): Promise<readonly string[]> {
  if (room.owner === 'organisation') return memberships.accountsOf(room.record_id, least)
  if (least === 'host' || members === null) return [room.record_id]
  const letIn = await memberStore(database).ofRoom(room.id, mostMembers)
  return [room.record_id, ...letIn.map(({ account }) => account)]
}
