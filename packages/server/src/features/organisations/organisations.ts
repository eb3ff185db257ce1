import { newId } from '../../platform/ids.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { createAgreements, type AgreementText } from './agreement/agreements.ts'
import { createInvitations } from './invitations/invitations.ts'
import { memberStore } from './members/member-store.ts'
import { createMembers } from './members/members.ts'
import { organisationStore, type StoredOrganisation } from './organisation-store.ts'
import type { Acting, OrganisationParts } from './parts.ts'
import { mayDo } from './role-policy.ts'
import { createRoles, type Membership } from './roles.ts'
import { createSettle } from './settle.ts'
import { organisationCategory as category, organisationRecord } from './tables.ts'

/** What an organisation says of itself. */
export interface Organisation {
  readonly id: string
  readonly name: Personal<string>
  /** Empty until it is said. */
  readonly legalName: Personal<string>
  readonly privacyContact: Personal<string>
  /** When it is deleted because nobody owns it. */
  readonly endsAt: Date | null
}

/** What its settings hold. */
export type Settings = Pick<Organisation, 'name' | 'legalName' | 'privacyContact'>

export interface OrganisationOptions extends OrganisationParts {
  readonly agreementText: AgreementText
}

export type Organisations = ReturnType<typeof createOrganisations>

const columns = { name: 'name', legalName: 'legal_name', privacyContact: 'privacy_contact' } as const
/** As many as one person can own: it is the door to inviting people by mail. */
const mostOwned = 20

/** Organisations: what they are, who is in them, whom they invite, what they agreed to. */
export function createOrganisations(options: OrganisationOptions) {
  const { database, seals, records, audit, clock } = options
  const store = organisationStore(database)
  const roles = createRoles(database)

  async function opened(rows: readonly StoredOrganisation[]): Promise<Organisation[]> {
    const opener = await seals.forOpening(
      rows.map(({ record_id }) => record_id),
      [category],
    )
    return rows.map((row) => {
      const open = (column: (typeof columns)[keyof typeof columns]) => {
        const value = row[column]
        if (value === null) return new Personal(category, '')
        return opener.open({ table: 'organisation', column, record: row.record_id, category }, value)
      }
      return {
        id: row.record_id,
        name: open('name'),
        legalName: open('legal_name'),
        privacyContact: open('privacy_contact'),
        endsAt: row.ends_at,
      }
    })
  }

  async function sealed(id: string, settings: Partial<Settings>) {
    const sealer = await seals.forSealing([id], [category])
    const cell = (field: keyof Settings) => {
      const value = settings[field]
      if (value === undefined) return {}
      const column = columns[field]
      const text = reveal(value)
      return {
        [column]: text === '' ? null : sealer.seal({ table: 'organisation', column, record: id, category }, text),
      }
    }
    return { ...cell('name'), ...cell('legalName'), ...cell('privacyContact') }
  }

  const get = async (id: string): Promise<Organisation | null> => {
    const row = await store.get(id)
    return row === undefined ? null : ((await opened([row]))[0] ?? null)
  }

  /** Everything that an organisation is goes, its rooms too, which are its record's: one transaction decides it. */
  async function end({ organisation, by }: { organisation: string; by: string | null }, why = ''): Promise<boolean> {
    const act = await audit.prepare({
      organisation: null,
      by,
      what: 'organisation.deleted',
      about: { kind: 'organisation', id: organisation },
      why,
    })
    const erased = await database.transaction(async (transaction) => {
      if ((await organisationStore(transaction).lock(organisation)) === null) return null
      if (by !== null && !(await isAllowed(transaction, { organisation, by }))) return null
      const all = [organisation, ...(await invitations.recordsOf(transaction, organisation))]
      await audit.note(transaction, act)
      await records.erase(transaction, all, clock.now())
      return all
    })
    if (erased === null) return false
    await records.settle(erased)
    await settle.actsOf(organisation)
    return true
  }

  async function isAllowed(transaction: Parameters<typeof memberStore>[0], { organisation, by }: Acting) {
    const role = await memberStore(transaction).roleOf(by, organisation)
    return role !== null && mayDo(role, { action: 'delete' })
  }

  const parts = { ...options, get }
  const members = createMembers(options)
  const invitations = createInvitations(parts)
  const settle = createSettle({ ...parts, end: (organisation) => end({ organisation, by: null }) })

  return {
    ...roles,
    get,
    audit,
    /** Who is behind accounts. */
    peopleOf: options.peopleOf,
    members,
    invitations,
    agreements: createAgreements(parts, options.agreementText),
    settle: settle.all,

    /** Makes one, owned by who makes it; gives its id. Null where they own enough of them. */
    make: async (by: string, name: Personal<string>): Promise<string | null> => {
      const owned = (await roles.organisationsOf(by)).filter(({ role }) => role === 'owner')
      if (owned.length >= mostOwned) return null
      const at = clock.now()
      const id = newId(at)
      const cells = await sealed(id, { name })
      const act = await audit.prepare({ organisation: id, by, what: 'organisation.made' })
      await database.transaction(async (transaction) => {
        await records.open(transaction, { id, kind: organisationRecord, address: null, at })
        const empty = { name: null, legal_name: null, privacy_contact: null, ends_at: null }
        await organisationStore(transaction).add({ ...empty, ...cells, record_id: id, created_at: at, updated_at: at })
        const owner = { id: newId(at), record_id: by, organisation_id: id, role: 'owner', joined_at: at } as const
        await memberStore(transaction).add(owner)
        await audit.note(transaction, act)
      })
      return id
    },

    /** Those that somebody is in, by name. */
    named: async (those: readonly Membership[]): Promise<(Membership & { readonly name: Personal<string> })[]> => {
      const found = await opened(await store.some(those.map(({ organisation }) => organisation)))
      const names = new Map(found.map(({ id, name }) => [id, name]))
      return those
        .flatMap((one) => {
          const name = names.get(one.organisation)
          return name === undefined ? [] : [{ ...one, name }]
        })
        .toSorted((one, other) => reveal(one.name).localeCompare(reveal(other.name)))
    },

    /** A page of all, for the operator: in the order in which they were made. */
    page: async (after: string, most: number): Promise<Organisation[]> => opened(await store.page(after, most)),

    /** Changes what it says of itself; false where they may not. */
    change: async ({ organisation, by }: Acting, settings: Settings, why: string): Promise<boolean> => {
      const cells = await sealed(organisation, settings)
      const act = await audit.prepare({ organisation, by, what: 'organisation.changed', why })
      return database.transaction(async (transaction) => {
        if ((await organisationStore(transaction).lock(organisation)) === null) return false
        const role = await memberStore(transaction).roleOf(by, organisation)
        if (role === null || !mayDo(role, { action: 'change-settings' })) return false
        await organisationStore(transaction).change(organisation, { ...cells, updated_at: clock.now() })
        await audit.note(transaction, act)
        return true
      })
    },

    /** Deletes it with all that is in it; false where they may not. */
    remove: ({ organisation, by }: Acting, why: string): Promise<boolean> => end({ organisation, by }, why),
  }
}
