import { reveal, type Personal } from '../../../platform/personal.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import type { Person } from '../../accounts/index.ts'
import { invitationCategory as category } from '../tables.ts'
import type { StoredInvitation } from './invitation-store.ts'
import type { Parts } from './parts.ts'

/** An invitation that nobody has answered. */
export interface Invitation {
  readonly id: string
  readonly room: string
  readonly address: Personal<string>
  readonly expiresAt: Date
}

/** What rows hold; of those that have lost their address, nothing. */
export async function openInvitations(
  { seals }: Pick<Parts, 'seals'>,
  rows: readonly (StoredInvitation | undefined)[],
): Promise<Invitation[]> {
  const there = rows.filter((row) => row !== undefined)
  const records = there.map(({ record_id }) => record_id)
  const opener = await seals.forOpening(records, [category])
  return there.flatMap(({ record_id: record, room_id: room, address, expires_at: expiresAt }) => {
    if (address === null) return []
    return [{ id: record, room, expiresAt, address: opener.open(addressCell(record), address) }]
  })
}

export function addressCell(record: string) {
  return { table: 'room_invitation', column: 'address', record, category } as const
}

export function addressIndex({ seals }: Pick<Parts, 'seals'>, address: Personal<string>): BlindIndex {
  return seals.index(category, reveal(address))
}

/** Whether an invitation went to an address of that account, which was shown to be theirs. */
export function isForPerson(
  parts: Pick<Parts, 'seals'>,
  { address }: Pick<Invitation, 'address'>,
  { email, verified }: Pick<Person, 'email' | 'verified'>,
): boolean {
  return verified && addressIndex(parts, address) === addressIndex(parts, email)
}

/** What somebody goes by: their name, or else their address. */
export function calledBy({ name, email }: Pick<Person, 'name' | 'email'>): Personal<string> {
  return reveal(name) === '' ? email : name
}
