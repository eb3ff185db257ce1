import type { OrganisationRole } from '../../../platform/http/routes.ts'
import type { ActName } from '../../audit/index.ts'
import { memberStore, type StoredMember } from '../member-store.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Acting, OrganisationParts } from '../parts.ts'
import { mayDo, type Asked } from '../role-policy.ts'

/** What became of a change. `last-owner`: an organisation keeps one. */
export type Changed = 'done' | 'not-found' | 'not-allowed' | 'last-owner'

/** Something that is done to a member. */
export interface Change {
  asked(member: StoredMember): Asked
  act(member: StoredMember): { readonly what: ActName; readonly detail?: string }
  /** Gives what they are from now on; null where they are nothing there any more. */
  apply(members: ReturnType<typeof memberStore>, member: StoredMember): Promise<OrganisationRole | null>
}

/** Undoes a transaction that would leave nobody who owns the organisation. */
class LastOwner extends Error {}

/** Does it as soon as nobody else changes anything there: the organisation's row is held. */
export async function changeMember(
  { database, audit }: OrganisationParts,
  { organisation, by }: Acting,
  account: string,
  { asked, act, apply, why = '' }: Change & { readonly why?: string },
): Promise<Changed> {
  const before = await memberStore(database).find(organisation, account)
  if (before === null) return 'not-found'
  const about = { kind: 'account', id: account }
  const prepared = await audit.prepare({ organisation, by, about, why, ...act(before) })
  try {
    return await database.transaction(async (transaction) => {
      if ((await organisationStore(transaction).lock(organisation)) === null) return 'not-found'
      const members = memberStore(transaction)
      const role = await members.roleOf(by, organisation)
      const member = await members.find(organisation, account)
      if (role === null || member === null || member.role !== before.role) return 'not-found'
      if (!mayDo(role, asked(member))) return 'not-allowed'
      const now = await apply(members, member)
      if (member.role === 'owner' && now !== 'owner' && (await members.count(organisation, 'owner')) === 0)
        throw new LastOwner()
      await audit.note(transaction, prepared)
      return 'done'
    })
  } catch (error) {
    if (error instanceof LastOwner) return 'last-owner'
    throw error
  }
}
