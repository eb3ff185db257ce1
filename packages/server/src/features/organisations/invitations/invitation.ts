import type { Language } from '@samtale/policy'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import type { StoredInvitation } from '../invitation-store.ts'
import { memberStore } from '../member-store.ts'
import type { Organisation } from '../organisation.ts'
import type { OrganisationParts, Tables } from '../parts.ts'
import type { Purposes } from '../../../platform/db/db.ts'
import { mayDo } from '../role-policy.ts'
import { invitationCategory as category } from '../tables.ts'

export interface InvitationParts extends OrganisationParts {
  get(organisation: string): Promise<Organisation | null>
}

/** An invitation that nobody has answered. */
export interface Invitation {
  readonly id: string
  readonly organisation: string
  readonly address: Personal<string>
  readonly role: OrganisationRole
  readonly language: Language
  /** Account. */
  readonly invitedBy: string
  readonly sentAt: Date
  readonly expiresAt: Date
}

/** What rows hold; of those that have lost their address, nothing. */
export async function openInvitations(
  { seals }: Pick<OrganisationParts, 'seals'>,
  rows: readonly (StoredInvitation | undefined)[],
): Promise<Invitation[]> {
  const there = rows.filter((row) => row !== undefined)
  const opener = await seals.forOpening(
    there.map(({ record_id }) => record_id),
    [category],
  )
  return there.flatMap(
    ({ record_id: record, address: value, organisation_id: organisation, role, language, ...row }) => {
      if (value === null) return []
      const cell = { table: 'organisation_invitation', column: 'address', record, category } as const
      const { invited_by: invitedBy, sent_at: sentAt, expires_at: expiresAt } = row
      return [
        { id: record, organisation, role, language, invitedBy, sentAt, expiresAt, address: opener.open(cell, value) },
      ]
    },
  )
}

/** Whether who sent it may still invite to that. */
export async function stillCounts(
  database: Purposes<Tables>,
  { organisation, invitedBy, role }: Invitation,
): Promise<boolean> {
  const inviter = await memberStore(database).roleOf(invitedBy, organisation)
  return inviter !== null && mayDo(inviter, { action: 'invite', as: role })
}

export function addressIndex({ seals }: Pick<OrganisationParts, 'seals'>, address: Personal<string>): BlindIndex {
  return seals.index(category, reveal(address))
}
