import { reveal, type Personal } from '../../platform/personal.ts'
import { createAgreements, type AgreementText } from './agreement/agreements.ts'
import { createInvitations } from './invitations/invitations.ts'
import { changeOrganisation, endOrganisation, makeOrganisation } from './make.ts'
import { createMembers } from './members/members.ts'
import { openOrganisationRows, type Organisation, type Settings } from './organisation.ts'
import { organisationStore } from './organisation-store.ts'
import { oversight } from './oversight.ts'
import type { Acting, OrganisationParts } from './parts.ts'
import { createRoles, type Membership } from './roles.ts'
import { settleOrganisations } from './settle.ts'
import { shorten } from './shorten.ts'
import { solelyOwnedBy, type SolelyOwned } from './sole-owner.ts'

export interface OrganisationOptions extends OrganisationParts {
  readonly agreementText: AgreementText
  /** Told when an organisation may have been deleted, and its rooms with it. */
  readonly ended?: () => void
  /** Deletes how often an organisation's rooms were used before a time. */
  readonly forgetUsage?: (organisation: string, before: Date) => Promise<void>
}

export type Organisations = ReturnType<typeof createOrganisations>

/** Organisations: what they are, who is in them, whom they invite, what they agreed to. */
export function createOrganisations(options: OrganisationOptions) {
  const store = organisationStore(options.database)
  const get = async (id: string): Promise<Organisation | null> => {
    const row = await store.get(id)
    return row === undefined ? null : ((await openOrganisationRows(options, [row]))[0] ?? null)
  }
  const parts = { ...options, get }
  return {
    ...createRoles(options.database),
    get,
    audit: options.audit,
    /** Who is behind accounts. */
    peopleOf: options.peopleOf,
    members: createMembers(options),
    invitations: createInvitations(parts),
    agreements: createAgreements(parts, options.agreementText),

    /** Those that somebody alone owns, and what becomes of each without them. */
    solelyOwnedBy: (account: string): Promise<SolelyOwned[]> => solelyOwnedBy(options, account),

    /** Looks at those that nobody owns, and at what some of them keep for less time than the policy lets them. */
    settle: async (): Promise<void> => {
      await settleOrganisations(parts)
      await shorten(parts, options.forgetUsage ?? (async () => {}))
      options.ended?.()
    },

    make: (by: string, name: Personal<string>): Promise<string | null> => makeOrganisation(options, by, name),

    /** Those that somebody is in, by name. */
    named: async (those: readonly Membership[]): Promise<(Membership & { readonly name: Personal<string> })[]> => {
      const found = await openOrganisationRows(options, await store.some(those.map(({ organisation }) => organisation)))
      const names = new Map(found.map(({ id, name }) => [id, name]))
      return those
        .flatMap((one) => {
          const name = names.get(one.organisation)
          return name === undefined ? [] : [{ ...one, name }]
        })
        .toSorted((one, other) => reveal(one.name).localeCompare(reveal(other.name)))
    },

    /** What an operator sees of them. */
    oversight: oversight(options),

    change: (acting: Acting, settings: Settings, why: string): Promise<boolean> =>
      changeOrganisation(options, acting, settings, why),

    /** Deletes it with all that is in it; false where they may not. */
    remove: async (acting: Acting, why: string): Promise<boolean> => {
      const isGone = await endOrganisation(options, acting, why)
      options.ended?.()
      return isGone
    },
  }
}
