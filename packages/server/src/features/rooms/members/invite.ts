import { dateInWords, type Language } from '@samtale/policy'
import { isTooSoon, newInvitationLink } from '../../../platform/invitation-link.ts'
import type { PreparedMail } from '../../../platform/mail/mailer.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { OpenedRoom } from '../opened.ts'
import { roomStore } from '../room-store.ts'
import { invitationCategory as category, invitationRecord, roomCategory, type RoomInvitationRow } from '../tables.ts'
import { addressCell, addressIndex, calledBy } from './invitation.ts'
import { invitationStore } from './invitation-store.ts'
import { memberStore } from './member-store.ts'
import type { Parts } from './parts.ts'

/** Whom to invite. */
export interface NewInvitation {
  readonly address: Personal<string>
  /** Of the mail. */
  readonly language: Language
}

/** `not-found`: the room or its owner went, or an organisation has it. */
export type Invited = 'done' | 'member' | 'owner' | 'too-many' | 'too-soon' | 'not-found'

/** As many people as one room lets in by name, and as many as are asked at a time. */
export const mostMembers = 200
const mostOpen = 100

/** Invites somebody to a room by mail; an invitation to the same address from before gives way to this one. */
export async function invite(parts: Parts, room: OpenedRoom, asked: NewInvitation): Promise<Invited> {
  const { database, records, clock } = parts
  const refusal = await refusalOf(parts, room, asked.address)
  if (refusal !== null) return refusal
  const now = clock.now()
  const index = addressIndex(parts, asked.address)
  const sent = await invitationStore(database).ofAddress(room.id, index)
  if (sent !== undefined && isTooSoon(sent.sent_at, now)) return 'too-soon'
  if (!parts.pace.take(room.record, asked.address)) return 'too-soon'
  const written = await write(parts, room, asked, now)
  if (written === null) return 'not-found'
  const old: string[] = []
  const outcome = await database.transaction(async (transaction): Promise<Invited> => {
    const invitations = invitationStore(transaction)
    if ((await roomStore(transaction).lock(room.id)) === undefined) return 'not-found'
    if ((await invitations.ofRoom(room.id, now)).length >= mostOpen) return 'too-many'
    const before = await invitations.ofAddress(room.id, index)
    if (before !== undefined) {
      await invitations.take(before.record_id, now)
      old.push(before.record_id)
    }
    const { record_id: id } = written.row
    await records.open(transaction, { id, kind: invitationRecord, address: asked.address, at: now })
    await invitations.add(written.row)
    await parts.mailer.queue(transaction, written.mail)
    await records.erase(transaction, old, now)
    return 'done'
  })
  if (outcome === 'done') await records.settle(old)
  return outcome
}

/** Why somebody isn't asked; null where they can be. */
async function refusalOf(parts: Parts, room: OpenedRoom, address: Personal<string>): Promise<Invited | null> {
  if (room.owner !== 'account') return 'not-found'
  const members = await memberStore(parts.database).ofRoom(room.id, mostMembers)
  const people = await parts.peopleOf([room.record, ...members.map(({ account }) => account)])
  const wanted = addressIndex(parts, address)
  const found = [...people.values()].find(({ email }) => addressIndex(parts, email) === wanted)
  if (found !== undefined) return found.account === room.record ? 'owner' : 'member'
  return members.length >= mostMembers ? 'too-many' : null
}

/** An invitation that is written, and nowhere yet. */
interface Written {
  readonly row: RoomInvitationRow
  readonly mail: PreparedMail
}

async function write(
  parts: Parts,
  room: OpenedRoom,
  { address, language }: NewInvitation,
  now: Date,
): Promise<Written | null> {
  const inviter = (await parts.peopleOf([room.record])).get(room.record)
  if (inviter === undefined) return null
  const { id, token, expiresAt } = newInvitationLink(now)
  const sealer = await parts.seals.forSealing([id], [category])
  const values = {
    room: new Personal(roomCategory, room.name),
    inviter: calledBy(inviter),
    until: dateInWords(expiresAt, language),
    page: new URL(`/room-invitations/${token}?lang=${language}`, parts.publicUrl).href,
  }
  return {
    row: {
      ...{ record_id: id, room_id: room.id, language },
      address: sealer.seal(addressCell(id), reveal(address)),
      address_index: addressIndex(parts, address),
      token_index: parts.seals.index(category, token),
      ...{ sent_at: now, expires_at: expiresAt, used_at: null },
    },
    mail: await parts.mailer.prepare({ kind: 'room.invitation', record: id, to: address, language, values }),
  }
}
