import { dateInWords, type Language } from '@samtale/policy'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { isTooSoon, newInvitationLink } from '../../../platform/invitation-link.ts'
import type { PreparedMail } from '../../../platform/mail/mailer.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import type { PreparedAct } from '../../audit/index.ts'
import { invitationStore } from '../invitation-store.ts'
import { memberStore } from '../member-store.ts'
import { organisationStore } from '../organisation-store.ts'
import type { Acting, Transaction } from '../parts.ts'
import { mayDo } from '../role-policy.ts'
import { invitationCategory as category, invitationRecord, type OrganisationInvitationRow } from '../tables.ts'
import { nameOf, roleWords } from '../words.ts'
import { addressIndex, type InvitationParts } from './invitation.ts'

/** Whom to invite. */
export interface NewInvitation {
  readonly address: Personal<string>
  readonly role: OrganisationRole
  /** Of the mail. */
  readonly language: Language
  readonly why: string
}

export type Invited = 'done' | 'not-allowed' | 'not-found' | 'member' | 'too-many' | 'too-soon'

/** As many wait for an answer in one organisation at most: it is no way to write to the world. */
const mostOpen = 100

/** An invitation that is written, and nowhere yet. */
interface Written {
  readonly row: OrganisationInvitationRow
  readonly mail: PreparedMail
  readonly act: PreparedAct
}

/** Writes an invitation and its mail; one to the same address from before gives way to it. */
export async function sendInvitation(
  parts: InvitationParts,
  acting: Acting,
  asked: NewInvitation,
  what: 'invitation.sent' | 'invitation.sent-again',
): Promise<Invited> {
  const { database, records } = parts
  if (!parts.pace.take(acting.by, asked.address)) return 'too-soon'
  const written = await write(parts, acting, asked, what)
  if (written === null) return 'not-found'
  const { row, mail, act } = written
  const index = addressIndex(parts, asked.address)
  const at = row.created_at
  const old: string[] = []
  const outcome = await database.transaction(async (transaction): Promise<Invited> => {
    const refusal = await refusalOf(transaction, acting, asked.role)
    if (refusal !== null) return refusal
    const invitations = invitationStore(transaction)
    if ((await invitations.count(acting.organisation, at)) >= mostOpen) return 'too-many'
    const before = await invitations.ofAddress(acting.organisation, index)
    if (before !== undefined && isTooSoon(before.sent_at, at)) return 'too-soon'
    if (before !== undefined) await invitations.take(before.record_id, at)
    await records.open(transaction, { id: row.record_id, kind: invitationRecord, address: asked.address, at })
    await invitations.add(row)
    await parts.mailer.queue(transaction, mail)
    await parts.audit.note(transaction, act)
    if (before !== undefined) old.push(before.record_id)
    await records.erase(transaction, old, at)
    return 'done'
  })
  await records.settle(old)
  return outcome
}

async function write(
  parts: InvitationParts,
  { organisation, by }: Acting,
  { address, role, language, why }: NewInvitation,
  what: 'invitation.sent' | 'invitation.sent-again',
): Promise<Written | null> {
  const about = await parts.get(organisation)
  const inviter = (await parts.peopleOf([by])).get(by)
  if (about === null || inviter === undefined) return null
  const at = parts.clock.now()
  const { id, token, expiresAt } = newInvitationLink(at)
  const sealer = await parts.seals.forSealing([id], [category])
  const values = {
    organisation: about.name,
    inviter: nameOf(inviter),
    role: roleWords[role][language],
    until: dateInWords(expiresAt, language),
    page: new URL(`/invitations/${token}?lang=${language}`, parts.publicUrl).href,
  }
  const cell = { table: 'organisation_invitation', column: 'address', record: id, category } as const
  const row = {
    record_id: id,
    organisation_id: organisation,
    address: sealer.seal(cell, reveal(address)),
    address_index: addressIndex(parts, address),
    token_index: parts.seals.index(category, token),
    ...{ role, language, invited_by: by },
    ...{ created_at: at, sent_at: at, expires_at: expiresAt, used_at: null },
  }
  return {
    row,
    mail: await parts.mailer.prepare({ kind: 'organisation.invitation', record: id, to: address, language, values }),
    act: await parts.audit.prepare({ organisation, by, what, about: { kind: 'invitation', id }, detail: role, why }),
  }
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
