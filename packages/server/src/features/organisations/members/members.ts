import { newId } from '../../../platform/ids.ts'
import { findInParts } from '../../../platform/in-parts.ts'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { reveal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import { memberStore, type StoredMember } from '../member-store.ts'
import type { Acting, OrganisationParts, Transaction } from '../parts.ts'
import { changeMember, type Change, type Changed } from './change.ts'

/** Somebody in an organisation, as its members see them. */
export interface Member extends StoredMember {
  /** Null for a moment, while their account goes. */
  readonly person: Person | null
}

/** So many people's names are opened at once while one is looked for. */
const openedAtOnce = 250

/** Who is in an organisation and as what. */
export function createMembers(parts: OrganisationParts) {
  return {
    list: (organisation: string, asked: Searched) => list(parts, organisation, asked),

    /** One of them. */
    get: async (organisation: string, account: string): Promise<Member | null> => {
      const found = await memberStore(parts.database).find(organisation, account)
      return found === null ? null : ((await withPeople(parts, [found]))[0] ?? null)
    },

    changeRole: (acting: Acting, account: string, to: OrganisationRole, why: string): Promise<Changed> =>
      changeMember(parts, acting, account, { ...roleChange(to), why }),

    remove: (acting: Acting, account: string, why: string): Promise<Changed> =>
      changeMember(parts, acting, account, { ...removal, why }),

    /** One leaves by oneself. */
    leave: (acting: Acting): Promise<Changed> => changeMember(parts, acting, acting.by, leaving),
  }
}

/** Part of a transaction that holds the organisation's row: somebody who was invited comes in. */
export function joinMember(
  { clock }: OrganisationParts,
  transaction: Transaction,
  { organisation, account, role }: { organisation: string; account: string; role: OrganisationRole },
): Promise<boolean> {
  const at = clock.now()
  const row = { id: newId(at), record_id: account, organisation_id: organisation, role, joined_at: at }
  return memberStore(transaction).add(row)
}

const roleChange = (to: OrganisationRole): Change => ({
  asked: ({ role }) => ({ action: 'change-role', from: role, to }),
  act: ({ role }) => ({ what: 'member.role-changed', detail: `${role} → ${to}` }),
  apply: async (members, { id }) => {
    await members.change(id, to)
    return to
  },
})

const removal: Change = {
  asked: ({ role }) => ({ action: 'remove-member', of: role }),
  act: ({ role }) => ({ what: 'member.removed', detail: role }),
  apply: async (members, { id }) => {
    await members.remove(id)
    return null
  },
}

const leaving: Change = { ...removal, asked: () => ({ action: 'leave' }), act: () => ({ what: 'member.left' }) }

interface Searched {
  readonly search: string
  /** Whether addresses are searched, too: never for somebody whom the page shows none, who would guess them so. */
  readonly byAddress: boolean
  /** From 1. */
  readonly page: number
  readonly most: number
}

/**
 * A page of them; those whose name, or address, has the text, where one is given. Both are sealed, under a key for each
 * person, so that looking for one opens them all, in parts.
 */
async function list(
  parts: OrganisationParts,
  organisation: string,
  { search, byAddress, page, most }: Searched,
): Promise<{ readonly all: number; readonly members: Member[] }> {
  const store = memberStore(parts.database)
  const from = (Math.max(1, page) - 1) * most
  if (search === '') {
    const rows = await store.page(organisation, from, most)
    return { all: await store.count(organisation), members: await withPeople(parts, rows) }
  }
  const text = search.toLocaleLowerCase()
  const found = await findInParts(await store.all(organisation), openedAtOnce, async (part) => {
    const people = await withPeople(parts, part)
    return people.filter(({ person }) => person !== null && isFound(person, text, byAddress))
  })
  return { all: found.length, members: await withPeople(parts, found.slice(from, from + most)) }
}

async function withPeople({ peopleOf }: OrganisationParts, members: readonly StoredMember[]): Promise<Member[]> {
  const people = await peopleOf(members.map(({ account }) => account))
  return members.map((member) => ({ ...member, person: people.get(member.account) ?? null }))
}

function isFound({ name, email }: Person, text: string, byAddress: boolean): boolean {
  return (byAddress ? [name, email] : [name]).some((value) => reveal(value).toLocaleLowerCase().includes(text))
}
