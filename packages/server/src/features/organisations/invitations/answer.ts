import type { Person } from '../../accounts/index.ts'
import { invitationStore } from '../invitation-store.ts'
import { joinMember } from '../members/members.ts'
import type { Organisation } from '../organisation.ts'
import { organisationStore } from '../organisation-store.ts'
import { invitationCategory as category } from '../tables.ts'
import { addressIndex, openInvitations, stillCounts, type Invitation, type InvitationParts } from './invitation.ts'

/** What somebody who has the link is shown. */
export interface Shown {
  readonly invitation: Invitation
  readonly organisation: Organisation
  readonly inviter: Person
}

export type Accepted = { readonly organisation: string } | 'gone' | 'other-address' | 'member'

async function find({ database, seals, clock }: InvitationParts, token: string) {
  return invitationStore(database).byToken(seals.index(category, token), clock.now())
}

/** What a link stands for; null for every link that doesn't count, whatever the reason. */
export async function showInvitation(parts: InvitationParts, token: string): Promise<Shown | null> {
  const [invitation] = await openInvitations(parts, [await find(parts, token)])
  if (invitation === undefined || !(await stillCounts(parts.database, invitation))) return null
  if (await parts.isClosed(invitation.organisation)) return null
  const organisation = await parts.get(invitation.organisation)
  const inviter = (await parts.peopleOf([invitation.invitedBy])).get(invitation.invitedBy)
  return organisation === null || inviter === undefined ? null : { invitation, organisation, inviter }
}

/** Whether an invitation went to an address of that account, which was shown to be theirs. */
export function isForPerson(
  parts: InvitationParts,
  { address }: Pick<Invitation, 'address'>,
  { email, verified }: Pick<Person, 'email' | 'verified'>,
): boolean {
  return verified && addressIndex(parts, address) === addressIndex(parts, email)
}

/** Somebody comes in: once, under the address that was invited. */
export async function acceptInvitation(parts: InvitationParts, token: string, account: string): Promise<Accepted> {
  const { database, records, audit, clock } = parts
  const person = (await parts.peopleOf([account])).get(account)
  const [invitation] = await openInvitations(parts, [await find(parts, token)])
  if (person === undefined || invitation === undefined) return 'gone'
  if (!isForPerson(parts, invitation, person)) return 'other-address'
  const { organisation, role, id } = invitation
  if (await parts.isClosed(organisation)) return 'gone'
  const about = { kind: 'account', id: account }
  const act = await audit.prepare({ organisation, by: account, what: 'member.joined', about, detail: role })
  const accepted = await database.transaction(async (transaction): Promise<Accepted> => {
    if ((await organisationStore(transaction).lock(organisation)) === null) return 'gone'
    if (!(await stillCounts(transaction, invitation))) return 'gone'
    if (!(await invitationStore(transaction).take(id, clock.now()))) return 'gone'
    const joined = await joinMember(parts, transaction, { organisation, account, role })
    if (joined) await audit.note(transaction, act)
    await records.erase(transaction, [id], clock.now())
    return joined ? { organisation } : 'member'
  })
  if (accepted !== 'gone') await records.settle([id])
  return accepted
}
