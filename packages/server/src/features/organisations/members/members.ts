import { newId } from '../../../platform/ids.ts'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { reveal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import type { ActName } from '../../audit/index.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Acting, OrganisationParts, Transaction } from '../parts.ts'
import { mayDo, type Asked } from '../role-policy.ts'
import { memberStore, type StoredMember } from './member-store.ts'

/** Somebody in an organisation, as its members see them. */
export interface Member extends StoredMember {
  /** Null for a moment, while their account goes. */
  readonly person: Person | null
}

/** What became of a change. `last-owner`: an organisation keeps one. */
export type Changed = 'done' | 'not-found' | 'not-allowed' | 'last-owner'

/** Names of so many are looked through for what is searched. */
const mostSearched = 5_000

/** Who is in an organisation and as what. Whatever changes it holds the organisation's row: two changes never cross. */
export function createMembers(parts: OrganisationParts) {
  const { database, audit, peopleOf, clock } = parts
  const store = memberStore(database)

  async function withPeople(members: readonly StoredMember[]): Promise<Member[]> {
    const people = await peopleOf(members.map(({ account }) => account))
    return members.map((member) => ({ ...member, person: people.get(member.account) ?? null }))
  }

  /** What somebody does to a member, as soon as nobody else changes anything there. */
  async function change(
    { organisation, by }: Acting,
    account: string,
    { asked, act, apply }: Change,
    why: string,
  ): Promise<Changed> {
    const before = await store.find(organisation, account)
    if (before === null) return 'not-found'
    const { what, detail = '' } = act(before)
    const prepared = await audit.prepare({
      organisation,
      by,
      what,
      about: { kind: 'account', id: account },
      detail,
      why,
    })
    return database
      .transaction(async (transaction) => {
        if ((await organisationStore(transaction).lock(organisation)) === null) return 'not-found'
        const members = memberStore(transaction)
        const role = await members.roleOf(by, organisation)
        const member = await members.find(organisation, account)
        if (role === null || member === null || member.role !== before.role) return 'not-found'
        if (!mayDo(role, asked(member))) return 'not-allowed'
        const stays = await apply(members, member)
        if (member.role === 'owner' && stays !== 'owner' && (await members.count(organisation, 'owner')) === 0)
          throw new LastOwner()
        await audit.note(transaction, prepared)
        return 'done'
      })
      .catch((error: unknown) => {
        if (error instanceof LastOwner) return 'last-owner'
        throw error
      })
  }

  return {
    /** A page of them, `page` from 1; those whose name or address has the text, where one is given. */
    list: async (
      organisation: string,
      { search, page, most }: { readonly search: string; readonly page: number; readonly most: number },
    ): Promise<{ readonly all: number; readonly members: Member[] }> => {
      const from = (Math.max(1, page) - 1) * most
      if (search === '') {
        const rows = await store.page(organisation, from, most)
        return { all: await store.count(organisation), members: await withPeople(rows) }
      }
      const text = search.toLocaleLowerCase()
      const all = await withPeople(await store.page(organisation, 0, mostSearched))
      const found = all.filter(({ person }) => person !== null && isFound(person, text))
      return { all: found.length, members: found.slice(from, from + most) }
    },

    /** One of them. */
    get: async (organisation: string, account: string): Promise<Member | null> => {
      const found = await store.find(organisation, account)
      return found === null ? null : ((await withPeople([found]))[0] ?? null)
    },

    changeRole: (acting: Acting, account: string, to: OrganisationRole, why: string): Promise<Changed> =>
      change(
        acting,
        account,
        {
          asked: ({ role }) => ({ action: 'change-role', from: role, to }),
          act: ({ role }) => ({ what: 'member.role-changed', detail: `${role} → ${to}` }),
          apply: async (members, { id }) => {
            await members.change(id, to)
            return to
          },
        },
        why,
      ),

    remove: (acting: Acting, account: string, why: string): Promise<Changed> =>
      change(
        acting,
        account,
        {
          asked: ({ role }) => ({ action: 'remove-member', of: role }),
          act: ({ role }) => ({ what: 'member.removed', detail: role }),
          apply: async (members, { id }) => {
            await members.remove(id)
            return null
          },
        },
        why,
      ),

    /** One leaves by oneself. */
    leave: (acting: Acting): Promise<Changed> =>
      change(
        acting,
        acting.by,
        {
          asked: () => ({ action: 'leave' }),
          act: () => ({ what: 'member.left' }),
          apply: async (members, { id }) => {
            await members.remove(id)
            return null
          },
        },
        '',
      ),

    /** Part of a transaction that holds the organisation's row: somebody who was invited comes in. */
    join: (
      transaction: Transaction,
      { organisation, account, role }: { organisation: string; account: string; role: OrganisationRole },
    ): Promise<boolean> =>
      memberStore(transaction).add({
        id: newId(clock.now()),
        record_id: account,
        organisation_id: organisation,
        role,
        joined_at: clock.now(),
      }),
  }
}

interface Change {
  asked(member: StoredMember): Asked
  act(member: StoredMember): { readonly what: ActName; readonly detail?: string }
  /** Gives what they are from now on; null where they are nothing there any more. */
  apply(members: ReturnType<typeof memberStore>, member: StoredMember): Promise<OrganisationRole | null>
}

/** Undoes a transaction that would leave nobody who owns the organisation. */
class LastOwner extends Error {}

function isFound({ name, email }: Person, text: string): boolean {
  return [name, email].some((value) => reveal(value).toLocaleLowerCase().includes(text))
}
