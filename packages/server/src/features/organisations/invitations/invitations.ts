import { randomBytes } from 'node:crypto'
import type { Language } from '@samtale/policy'
import { dateInWords } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import type { Person } from '../../accounts/index.ts'
import { createMembers } from '../members/members.ts'
import { memberStore } from '../members/member-store.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Organisation } from '../organisations.ts'
import type { Acting, OrganisationParts, Transaction } from '../parts.ts'
import { mayDo } from '../role-policy.ts'
import { invitationCategory as category, invitationRecord } from '../tables.ts'
import { nameOf, roleWords } from '../words.ts'
import { invitationStore, type StoredInvitation } from './invitation-store.ts'

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

/** What somebody who has the link is shown. */
export interface Shown {
  readonly invitation: Invitation
  readonly organisation: Organisation
  readonly inviter: Person
}

/** Whom to invite. */
export interface NewInvitation {
  readonly address: Personal<string>
  readonly role: OrganisationRole
  /** Of the mail. */
  readonly language: Language
  readonly why: string
}

export type Invited = 'done' | 'not-allowed' | 'not-found' | 'member' | 'too-many' | 'too-soon'
export type Accepted = { readonly organisation: string } | 'gone' | 'other-address' | 'member'

const day = 24 * 3_600_000
const lastsMs = 7 * day
/** As many wait for an answer in one organisation at most: it is no way to write to the world. */
const mostOpen = 100
/** An address gets no second mail sooner. */
const againMs = 10 * 60_000

/**
 * Invitations to an organisation: a link in a mail that works once, for a week, for the address that it went to, and only
 * while whoever sent it may still invite. The database has a keyed hash of the link's secret.
 */
export function createInvitations(parts: InvitationParts) {
  const { database, seals, records, audit, clock, peopleOf } = parts
  const store = invitationStore(database)
  const members = createMembers(parts)
  const indexOf = (address: Personal<string>) => seals.index(category, reveal(address))

  async function opened(rows: readonly StoredInvitation[]): Promise<Invitation[]> {
    const opener = await seals.forOpening(
      rows.map(({ record_id }) => record_id),
      [category],
    )
    return rows.flatMap(({ record_id: record, address, ...row }) => {
      if (address === null) return []
      const cell = { table: 'organisation_invitation', column: 'address', record, category } as const
      const { organisation_id: organisation, role, language } = row
      const times = { sentAt: row.sent_at, expiresAt: row.expires_at }
      return [
        {
          id: record,
          organisation,
          role,
          language,
          ...times,
          invitedBy: row.invited_by,
          address: opener.open(cell, address),
        },
      ]
    })
  }

  /** Writes an invitation and its mail; one to the same address from before gives way to it. */
  async function send(
    acting: Acting,
    asked: NewInvitation,
    what: 'invitation.sent' | 'invitation.sent-again',
  ): Promise<Invited> {
    const { organisation, by } = acting
    const { address, role, language, why } = asked
    const about = await parts.get(organisation)
    const inviter = (await peopleOf([by])).get(by)
    if (about === null || inviter === undefined) return 'not-found'
    const at = clock.now()
    const id = newId(at)
    const token = randomBytes(32).toString('hex')
    const expiresAt = new Date(at.getTime() + lastsMs)
    const sealer = await seals.forSealing([id], [category])
    const act = await audit.prepare({ organisation, by, what, about: { kind: 'invitation', id }, detail: role, why })
    const mail = await parts.mailer.prepare({
      kind: 'organisation.invitation',
      record: id,
      to: address,
      language,
      values: {
        organisation: about.name,
        inviter: nameOf(inviter),
        role: roleWords[role][language],
        until: dateInWords(expiresAt, language),
        page: new URL(`/invitations/${token}?lang=${language}`, parts.publicUrl).href,
      },
    })
    const row = {
      record_id: id,
      organisation_id: organisation,
      address: sealer.seal(
        { table: 'organisation_invitation', column: 'address', record: id, category },
        reveal(address),
      ),
      address_index: indexOf(address),
      token_index: seals.index(category, token),
      role,
      language,
      invited_by: by,
      created_at: at,
      sent_at: at,
      expires_at: expiresAt,
      used_at: null,
    }
    const old: string[] = []
    const outcome = await database.transaction(async (transaction): Promise<Invited> => {
      const refusal = await refusalOf(transaction, acting, role)
      if (refusal !== null) return refusal
      const invitations = invitationStore(transaction)
      if ((await invitations.count(organisation, at)) >= mostOpen) return 'too-many'
      const before = await invitations.ofAddress(organisation, row.address_index)
      if (before !== undefined && before.sent_at.getTime() > at.getTime() - againMs) return 'too-soon'
      if (before !== undefined) await invitations.take(before.record_id, at)
      await records.open(transaction, { id, kind: invitationRecord, address, at })
      await invitations.add(row)
      await parts.mailer.queue(transaction, mail)
      await audit.note(transaction, act)
      if (before !== undefined) old.push(before.record_id)
      await records.erase(transaction, old, at)
      return 'done'
    })
    await records.settle(old)
    return outcome
  }

  async function refusalOf(
    transaction: Transaction,
    { organisation, by }: Acting,
    as: OrganisationRole,
  ): Promise<Invited | null> {
    if ((await organisationStore(transaction).lock(organisation)) === null) return 'not-found'
    const role = await memberStore(transaction).roleOf(by, organisation)
    if (role === null) return 'not-found'
    return mayDo(role, { action: 'invite', as }) ? null : 'not-allowed'
  }

  /** Who sent it has to be somebody who may still invite to that. */
  async function counts(transaction: Transaction, { organisation, invitedBy, role }: Invitation): Promise<boolean> {
    const inviter = await memberStore(transaction).roleOf(invitedBy, organisation)
    return inviter !== null && mayDo(inviter, { action: 'invite', as: role })
  }

  return {
    /** Invites somebody by mail. */
    invite: async (acting: Acting, asked: NewInvitation): Promise<Invited> => {
      if (await isMember(acting.organisation, asked.address)) return 'member'
      return send(acting, asked, 'invitation.sent')
    },

    /** The same mail once more, with another link; the one from before works no longer. */
    sendAgain: async (acting: Acting, id: string): Promise<Invited> => {
      const [invitation] = await opened(await found(acting.organisation, id))
      if (invitation === undefined) return 'not-found'
      return send(acting, { ...invitation, why: '' }, 'invitation.sent-again')
    },

    withdraw: async ({ organisation, by }: Acting, id: string): Promise<Invited> => {
      const [invitation] = await opened(await found(organisation, id))
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
    },

    /** A page of those that nobody has answered, `page` from 1. */
    list: async (organisation: string, { page, most }: { readonly page: number; readonly most: number }) => {
      const rows = await store.page(organisation, clock.now(), (Math.max(1, page) - 1) * most, most)
      return { all: await store.count(organisation, clock.now()), invitations: await opened(rows) }
    },

    /** What a link stands for; null for every link that doesn't count, whatever the reason. */
    show: async (token: string): Promise<Shown | null> => {
      const row = await store.byToken(seals.index(category, token), clock.now())
      const [invitation] = row === undefined ? [] : await opened([row])
      if (invitation === undefined || !(await counts(database, invitation))) return null
      const organisation = await parts.get(invitation.organisation)
      const inviter = (await peopleOf([invitation.invitedBy])).get(invitation.invitedBy)
      return organisation === null || inviter === undefined ? null : { invitation, organisation, inviter }
    },

    /** Whether an invitation went to an address of that account. */
    isFor: ({ address }: Pick<Invitation, 'address'>, person: Pick<Person, 'email' | 'verified'>): boolean =>
      person.verified && indexOf(address) === indexOf(person.email),

    /** Somebody comes in: once, under the address that was invited. */
    accept: async (token: string, account: string): Promise<Accepted> => {
      const index = seals.index(category, token)
      const person = (await peopleOf([account])).get(account)
      const row = await store.byToken(index, clock.now())
      const [invitation] = row === undefined ? [] : await opened([row])
      if (person === undefined || invitation === undefined) return 'gone'
      if (!person.verified || row?.address_index !== indexOf(person.email)) return 'other-address'
      const { organisation, role, id } = invitation
      const about = { kind: 'account', id: account }
      const act = await audit.prepare({ organisation, by: account, what: 'member.joined', about, detail: role })
      const accepted = await database.transaction(async (transaction): Promise<Accepted> => {
        if ((await organisationStore(transaction).lock(organisation)) === null) return 'gone'
        if (!(await counts(transaction, invitation))) return 'gone'
        if (!(await invitationStore(transaction).take(id, clock.now()))) return 'gone'
        const joined = await members.join(transaction, { organisation, account, role })
        if (joined) await audit.note(transaction, act)
        await records.erase(transaction, [id], clock.now())
        return joined ? { organisation } : 'member'
      })
      if (accepted !== 'gone') await records.settle([id])
      return accepted
    },

    /** Records of all of an organisation's. */
    recordsOf: (transaction: Transaction, organisation: string): Promise<string[]> =>
      invitationStore(transaction).recordsOf(organisation),
  }

  async function found(organisation: string, id: string): Promise<StoredInvitation[]> {
    const row = await store.get(organisation, id, clock.now())
    return row === undefined ? [] : [row]
  }

  async function isMember(organisation: string, address: Personal<string>): Promise<boolean> {
    const wanted = indexOf(address)
    const { members: all } = await members.list(organisation, { search: reveal(address).trim(), page: 1, most: 100 })
    return all.some(({ person }) => person !== null && indexOf(person.email) === wanted)
  }
}
