import type { Personal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import { openRooms, type OpenedRoom } from '../opened.ts'
import type { RoomParts, Transaction } from '../parts.ts'
import { roomStore } from '../room-store.ts'
import { acceptInvitation, showInvitation } from './answer.ts'
import { invite, mostMembers, type NewInvitation } from './invite.ts'
import { calledBy, isForPerson, openInvitations, type Invitation } from './invitation.ts'
import { invitationStore } from './invitation-store.ts'
import { memberStore } from './member-store.ts'

/** Somebody whom a room lets in, as its owner sees them. */
export interface Member {
  readonly account: string
  readonly name: Personal<string>
  readonly email: Personal<string>
  readonly joinedAt: Date
}

/** As many rooms of others as one page names. */
const mostShown = 200

export type RoomMembers = ReturnType<typeof createMembers>

/** Whom the owners of rooms let in by name; null while the policy in force has no such lists. */
export function createMembers(options: RoomParts) {
  if (options.members === null) return null
  const parts = { ...options, ...options.members }
  const { database, records, clock } = parts
  const remove = (room: string, account: string): Promise<boolean> => memberStore(database).remove(room, account)
  return {
    invite: (room: OpenedRoom, asked: NewInvitation) => invite(parts, room, asked),
    show: (token: string) => showInvitation(parts, token),
    accept: (token: string, account: string) => acceptInvitation(parts, token, account),
    isFor: (invitation: Pick<Invitation, 'address'>, person: Person) => isForPerson(parts, invitation, person),
    personOf: async (account: string): Promise<Person | null> => (await parts.peopleOf([account])).get(account) ?? null,

    /** All of them, and whom the owner has asked. */
    list: async ({ id }: Pick<OpenedRoom, 'id'>) => {
      const stored = await memberStore(database).ofRoom(id, mostMembers)
      const people = await parts.peopleOf(stored.map(({ account }) => account))
      const members = stored.flatMap(({ account, joinedAt }): Member[] => {
        const person = people.get(account)
        return person === undefined ? [] : [{ account, joinedAt, name: calledBy(person), email: person.email }]
      })
      const waiting = await invitationStore(database).ofRoom(id, clock.now())
      return { members, invitations: await openInvitations(parts, waiting) }
    },

    withdraw: async ({ id: room }: Pick<OpenedRoom, 'id'>, id: string): Promise<boolean> => {
      const now = clock.now()
      const isTaken = await database.transaction(async (transaction) => {
        const invitations = invitationStore(transaction)
        if ((await invitations.get(room, id, now)) === undefined) return false
        if (!(await invitations.take(id, now))) return false
        await records.erase(transaction, [id], now)
        return true
      })
      if (isTaken) await records.settle([id])
      return isTaken
    },

    /** From now on they aren't let in; who is in a meeting stays until a host removes them. */
    remove: ({ id }: Pick<OpenedRoom, 'id'>, account: string): Promise<boolean> => remove(id, account),
    /** One takes oneself off a list. */
    leave: (room: string, account: string): Promise<boolean> => remove(room, account),

    /** Rooms of others that let somebody in. */
    roomsOf: async (account: string): Promise<OpenedRoom[]> => {
      const ids = await memberStore(database).roomsOf(account, mostShown)
      return ids.length === 0 ? [] : openRooms(parts, await roomStore(database).some(ids))
    },
  }
}

/** Part of the transaction that deletes a room: what it asked of people goes. Gives the records, to be settled after it. */
export async function endInvitations(
  { members, clock }: Pick<RoomParts, 'members' | 'clock'>,
  transaction: Transaction,
  room: string,
): Promise<string[]> {
  if (members === null) return []
  const records = await invitationStore(transaction).recordsOf(room)
  if (records.length > 0) await members.records.erase(transaction, records, clock.now())
  return records
}
