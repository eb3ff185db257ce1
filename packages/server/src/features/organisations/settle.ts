import { dateInWords } from '@samtale/policy'
import { reveal } from '../../platform/personal.ts'
import { endOrganisation } from './make.ts'
import { memberStore, type StoredMember } from './member-store.ts'
import { organisationStore, type StoredOrganisation } from './organisation-store.ts'
import type { Organisation } from './organisation.ts'
import type { OrganisationParts } from './parts.ts'

interface SettleParts extends OrganisationParts {
  get(organisation: string): Promise<Organisation | null>
}

const day = 24 * 3_600_000
const noticeMs = 30 * day
const batch = 100
/** As many people are told at most of an organisation that ends. */
const mostTold = 1_000

/**
 * Organisations whose last owner's account is gone. The admin who has been there longest owns it from then on; admins
 * have shown a second factor before they do anything. Where there is no admin, the members are told and it is deleted
 * thirty days later, unless it has an owner by then; where there is nobody at all, it is deleted at once. Hosts and
 * members are never raised: they didn't ask for it.
 */
export async function settleOrganisations(parts: SettleParts): Promise<void> {
  for (const one of await organisationStore(parts.database).withoutOwner(batch)) await settle(parts, one)
}

async function settle(parts: SettleParts, { record_id: id, ends_at: endsAt }: StoredOrganisation): Promise<void> {
  const { database, clock } = parts
  const [admin] = await memberStore(database).ofRole(id, 'admin')
  if (admin !== undefined) return handOver(parts, id, admin)
  const members = await memberStore(database).page(id, 0, mostTold)
  if (members.length === 0 || (endsAt !== null && endsAt <= clock.now()))
    await endOrganisation(parts, { organisation: id, by: null })
  else if (endsAt === null) await tell(parts, id, members)
}

async function handOver({ database, audit }: SettleParts, organisation: string, admin: StoredMember): Promise<void> {
  const about = { kind: 'account', id: admin.account }
  const act = await audit.prepare({ organisation, by: null, what: 'member.took-over', about })
  await database.transaction(async (transaction) => {
    if ((await organisationStore(transaction).lock(organisation)) === null) return
    const members = memberStore(transaction)
    if ((await members.count(organisation, 'owner')) > 0) return
    if ((await members.find(organisation, admin.account))?.role !== 'admin') return
    await members.change(admin.id, 'owner')
    await organisationStore(transaction).change(organisation, { ends_at: null })
    await audit.note(transaction, act)
  })
}

async function tell(parts: SettleParts, id: string, members: readonly StoredMember[]): Promise<void> {
  const organisation = await parts.get(id)
  if (organisation === null) return
  const endsAt = new Date(parts.clock.now().getTime() + noticeMs)
  const people = await parts.peopleOf(members.map(({ account }) => account))
  const reached = [...people.values()].filter(({ email }) => reveal(email) !== '')
  const mails = await Promise.all(
    reached.map(({ account, email, language }) =>
      parts.mailer.prepare({
        kind: 'organisation.without-owner',
        record: account,
        occasion: id,
        to: email,
        language,
        values: {
          organisation: organisation.name,
          until: dateInWords(endsAt, language),
          page: new URL('/contact', parts.publicUrl).href,
        },
      }),
    ),
  )
  await parts.database.transaction(async (transaction) => {
    if ((await organisationStore(transaction).lock(id))?.ends_at !== null) return
    await organisationStore(transaction).change(id, { ends_at: endsAt })
    for (const mail of mails) await parts.mailer.queue(transaction, mail)
  })
}
