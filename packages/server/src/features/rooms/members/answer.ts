import type { Person } from '../../accounts/index.ts'
import { openRooms, type OpenedRoom } from '../opened.ts'
import { roomStore } from '../room-store.ts'
import { invitationCategory as category } from '../tables.ts'
import { isForPerson, openInvitations, type Invitation } from './invitation.ts'
import { invitationStore } from './invitation-store.ts'
import { memberStore } from './member-store.ts'
import type { Parts } from './parts.ts'

/** What somebody who has the link is shown. */
export interface Shown {
  readonly invitation: Invitation
  readonly room: OpenedRoom
  readonly owner: Person
}

export type Accepted = { readonly room: OpenedRoom } | 'gone' | 'other-address'

/** What a link stands for; null for every link that doesn't count, whatever the reason. */
export async function showInvitation(parts: Parts, token: string): Promise<Shown | null> {
  const { database, seals, clock } = parts
  const stored = await invitationStore(database).byToken(seals.index(category, token), clock.now())
  const [invitation] = await openInvitations(parts, [stored])
  if (invitation === undefined) return null
  const [room] = await openRooms(parts, await roomStore(database).some([invitation.room]))
  if (room === undefined) return null
  const owner = (await parts.peopleOf([room.record])).get(room.record)
  return owner === undefined ? null : { invitation, room, owner }
}

/** Somebody is let in from now on: once, under the address that was invited. */
export async function acceptInvitation(parts: Parts, token: string, account: string): Promise<Accepted> {
  const { database, records, clock } = parts
  const shown = await showInvitation(parts, token)
  const person = (await parts.peopleOf([account])).get(account)
  if (shown === null || person === undefined) return 'gone'
  const { invitation, room } = shown
  if (!isForPerson(parts, invitation, person)) return 'other-address'
  const now = clock.now()
  const isTaken = await database.transaction(async (transaction) => {
    if ((await roomStore(transaction).lock(room.id)) === undefined) return false
    if (!(await invitationStore(transaction).take(invitation.id, now))) return false
    await memberStore(transaction).add(room.id, account, now)
    await records.erase(transaction, [invitation.id], now)
    return true
  })
  if (!isTaken) return 'gone'
  await records.settle([invitation.id])
  return { room }
}
