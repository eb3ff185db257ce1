import { newId } from '../../platform/ids.ts'
import type { Personal } from '../../platform/personal.ts'
import { invitationStore } from './invitation-store.ts'
import { memberStore } from './member-store.ts'
import { sealSettings, type Settings } from './organisation.ts'
import { organisationStore } from './organisation-store.ts'
import type { Acting, OrganisationParts } from './parts.ts'
import { mayDo } from './role-policy.ts'
import { organisationRecord } from './tables.ts'

/** As many as one person can own: it is the door to inviting people by mail. */
const mostOwned = 20

/** Makes one, owned by who makes it; gives its id. Null where they own enough of them. */
export async function makeOrganisation(
  parts: OrganisationParts,
  by: string,
  name: Personal<string>,
): Promise<string | null> {
  const { database, records, audit, clock } = parts
  const owned = (await memberStore(database).ofAccount(by)).filter(({ role }) => role === 'owner')
  if (owned.length >= mostOwned) return null
  const at = clock.now()
  const id = newId(at)
  const cells = await sealSettings(parts, id, { name })
  const act = await audit.prepare({ organisation: id, by, what: 'organisation.made' })
  await database.transaction(async (transaction) => {
    await records.open(transaction, { id, kind: organisationRecord, address: null, at })
    const empty = {
      name: null,
      legal_name: null,
      privacy_contact: null,
      ends_at: null,
      log_days: null,
      usage_days: null,
    }
    await organisationStore(transaction).add({ ...empty, ...cells, record_id: id, created_at: at, updated_at: at })
    const owner = { id: newId(at), record_id: by, organisation_id: id, role: 'owner', joined_at: at } as const
    await memberStore(transaction).add(owner)
    await audit.note(transaction, act)
  })
  return id
}

/** Changes what it says of itself; false where they may not. */
export async function changeOrganisation(
  parts: OrganisationParts,
  { organisation, by }: Acting,
  settings: Settings,
  why: string,
): Promise<boolean> {
  const { database, audit, clock } = parts
  const cells = await sealSettings(parts, organisation, settings)
  const act = await audit.prepare({ organisation, by, what: 'organisation.changed', why })
  return database.transaction(async (transaction) => {
    if ((await organisationStore(transaction).lock(organisation)) === null) return false
    const role = await memberStore(transaction).roleOf(by, organisation)
    if (role === null || !mayDo(role, { action: 'change-settings' })) return false
    const kept = { log_days: settings.logDays, usage_days: settings.usageDays }
    await organisationStore(transaction).change(organisation, { ...cells, ...kept, updated_at: clock.now() })
    await audit.note(transaction, act)
    return true
  })
}

const batch = 100

/**
 * Everything that an organisation is goes, its rooms too, which are its record's: one transaction decides it. False where
 * who asks may not; the system (null) always may.
 */
export async function endOrganisation(
  parts: OrganisationParts,
  { organisation, by }: { readonly organisation: string; readonly by: string | null },
  why = '',
): Promise<boolean> {
  const { database, records, audit, clock } = parts
  const about = { kind: 'organisation', id: organisation }
  const act = await audit.prepare({ organisation: null, by, what: 'organisation.deleted', about, why })
  const erased = await database.transaction(async (transaction) => {
    if ((await organisationStore(transaction).lock(organisation)) === null) return null
    const role = by === null ? 'owner' : await memberStore(transaction).roleOf(by, organisation)
    if (role === null || !mayDo(role, { action: 'delete' })) return null
    const all = [organisation, ...(await invitationStore(transaction).recordsOf(organisation))]
    await audit.note(transaction, act)
    await records.erase(transaction, all, clock.now())
    return all
  })
  if (erased === null) return false
  await records.settle(erased)
  await endLog(parts, organisation)
  return true
}

/** The log of an organisation goes, piece by piece: all of it, or what is from before a time. */
export async function endLog(
  { database, audit, records, clock }: OrganisationParts,
  organisation: string,
  before: Date | null = null,
): Promise<void> {
  for (;;) {
    const acts = await audit.someOf(organisation, batch, before)
    if (acts.length === 0) return
    await database.transaction((transaction) => records.erase(transaction, acts, clock.now()))
    await records.settle(acts)
  }
}
