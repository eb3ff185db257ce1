import { reveal, type Personal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import { invitationStore } from '../invitation-store.ts'
import { memberStore } from '../member-store.ts'
import { createMembers } from '../members/members.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Acting, Transaction } from '../parts.ts'
import { mayDo } from '../role-policy.ts'
import { acceptInvitation, isForPerson, showInvitation } from './answer.ts'
import { addressIndex, openInvitations, type Invitation, type InvitationParts } from './invitation.ts'
import { sendInvitation, type Invited, type NewInvitation } from './send.ts'

/**
 * Invitations to an organisation: a link in a mail that works once, for a week, for the address that it went to, and only
 * while whoever sent it may still invite. The database has a keyed hash of the link's secret.
 */
export function createInvitations(parts: InvitationParts) {
  const { database, clock } = parts
  const store = invitationStore(database)
  return {
    /** Invites somebody by mail. */
    invite: async (acting: Acting, asked: NewInvitation): Promise<Invited> =>
      (await isMember(parts, acting.organisation, asked.address))
        ? 'member'
        : sendInvitation(parts, acting, asked, 'invitation.sent'),

    /** The same mail once more, with another link; the one from before works no longer. */
    sendAgain: async (acting: Acting, id: string): Promise<Invited> => {
      const [invitation] = await openInvitations(parts, [await store.get(acting.organisation, id, clock.now())])
      if (invitation === undefined) return 'not-found'
      return sendInvitation(parts, acting, { ...invitation, why: '' }, 'invitation.sent-again')
    },

    withdraw: (acting: Acting, id: string): Promise<Invited> => withdraw(parts, acting, id),

    /** A page of those that nobody has answered, `page` from 1. */
    list: async (organisation: string, { page, most }: { readonly page: number; readonly most: number }) => {
      const rows = await store.page(organisation, clock.now(), (Math.max(1, page) - 1) * most, most)
      return { all: await store.count(organisation, clock.now()), invitations: await openInvitations(parts, rows) }
    },

    show: (token: string) => showInvitation(parts, token),
    isFor: (invitation: Pick<Invitation, 'address'>, person: Person) => isForPerson(parts, invitation, person),
    accept: (token: string, account: string) => acceptInvitation(parts, token, account),

    /** Records of all of an organisation's. */
    recordsOf: (transaction: Transaction, organisation: string): Promise<string[]> =>
      invitationStore(transaction).recordsOf(organisation),
  }
}

async function withdraw(parts: InvitationParts, { organisation, by }: Acting, id: string): Promise<Invited> {
  const { database, records, audit, clock } = parts
  const [invitation] = await openInvitations(parts, [
    await invitationStore(database).get(organisation, id, clock.now()),
  ])
  if (invitation === undefined) return 'not-found'
  const { role } = invitation
  const about = { kind: 'invitation', id }
  const act = await audit.prepare({ organisation, by, what: 'invitation.withdrawn', about, detail: role })
  const outcome = await database.transaction(async (transaction): Promise<Invited> => {
    if ((await organisationStore(transaction).lock(organisation)) === null) return 'not-found'
    const own = await memberStore(transaction).roleOf(by, organisation)
    if (own === null || !mayDo(own, { action: 'withdraw-invitation', as: role })) return 'not-allowed'
    if (!(await invitationStore(transaction).take(id, clock.now()))) return 'not-found'
    await audit.note(transaction, act)
    await records.erase(transaction, [id], clock.now())
    return 'done'
  })
  if (outcome === 'done') await records.settle([id])
  return outcome
}

async function isMember(parts: InvitationParts, organisation: string, address: Personal<string>): Promise<boolean> {
  const wanted = addressIndex(parts, address)
  const search = reveal(address).trim()
  const asked = { search, byAddress: true, page: 1, most: Number.MAX_SAFE_INTEGER }
  const { members } = await createMembers(parts).list(organisation, asked)
  return members.some(({ person }) => person !== null && addressIndex(parts, person.email) === wanted)
}
