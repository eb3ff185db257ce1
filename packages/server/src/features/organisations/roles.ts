import type { Purposes } from '../../platform/db/db.ts'
import { organisationRoles, type OrganisationRole } from '../../platform/http/routes.ts'
import { memberStore } from './member-store.ts'
import { isAtLeast } from './role-policy.ts'
import type { OrganisationTables } from './tables.ts'

/** An organisation that somebody is in, and as what. */
export interface Membership {
  readonly organisation: string
  readonly role: OrganisationRole
}

/** What people are in organisations. */
export function createRoles(database: Purposes<OrganisationTables>) {
  const store = memberStore(database)
  return {
    /** What an account is in an organisation; null where it is nothing in it, or there is no such organisation. */
    roleOf: (account: string, organisation: string): Promise<OrganisationRole | null> =>
      store.roleOf(account, organisation),
    /** The organisations of an account, oldest first. */
    organisationsOf: (account: string): Promise<Membership[]> => store.ofAccount(account),
    /** Accounts that are at least that in an organisation. */
    accountsOf: (organisation: string, least: OrganisationRole): Promise<string[]> =>
      store.accountsOf(
        organisation,
        organisationRoles.filter((role) => isAtLeast(role, least)),
      ),
    /** Whether it may not go without a second factor. */
    administrates: async (account: string): Promise<boolean> =>
      (await store.ofAccount(account)).some(({ role }) => isAtLeast(role, 'admin')),
  }
}
