import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import { StartupError } from '../../startup-error.ts'
import { readLiveSchema } from '../live-schema.ts'
import { refuseDifferences } from '../schema-check.ts'
import type { PlatformTables } from '../tables.ts'
import { closeDoors, type Door } from './doors.ts'
import type { BoundTables } from './bound-tables.ts'
import type { AccessPlan } from './plan.ts'
import { reconcilePrivileges } from './privileges.ts'
import { roleNames, type RoleNames } from './role-names.ts'
import { dropStaleRoles, makeRoles } from './roles.ts'
import { reconcileRowPolicies } from './row-policies.ts'
import { reconcileRowTriggers } from './row-triggers.ts'
import { refuseUnsafeRoles } from './self-check.ts'
import { reconcileStatistics } from './statistics.ts'

export interface InstalledAccess {
  roles: RoleNames
  /** What the owner was not allowed to close. */
  open: Door[]
}

/**
 * Compares the database with the bindings, and makes roles, rights, row-level security and the watch over later changes
 * what the plan asks for: all of it in one transaction, so that servers that work meanwhile see the old or the new.
 * @throws StartupError `db.schema-mismatch`, `db.unsafe-role`
 */
export async function installAccess(
  owner: Kysely<PlatformTables>,
  {
    bindings,
    plan,
    verifierOf,
  }: { bindings: BoundTables; plan: AccessPlan; verifierOf: (login: string) => string | null },
): Promise<InstalledAccess> {
  const live = await readLiveSchema(owner)
  refuseDifferences(bindings, live)
  const { id, isSuperuser } = await situation(owner)
  const roles = roleNames(id, plan)
  const open = await owner.transaction().execute(async (transaction) => {
    await makeRoles(transaction, roles, verifierOf(roles.login))
    await reconcileRowPolicies(transaction, plan, roles, live)
    await reconcileRowTriggers(transaction, { bindings, plan, roles, live })
    await reconcileStatistics(transaction, { plan, live, isSuperuser })
    await reconcilePrivileges(transaction, plan, roles, live)
    await dropStaleRoles(transaction, roles)
    const left = await closeDoors(transaction, roles)
    await refuseUnsafeRoles(transaction, roles)
    return left
  })
  return { roles, open }
}

async function situation(owner: QueryExecutorProvider): Promise<{ id: number; isSuperuser: boolean }> {
  const { rows } = await sql<{ id: number; isSuperuser: boolean }>`
    select d.oid::int as id, r.rolsuper as "isSuperuser"
    from pg_catalog.pg_database d, pg_catalog.pg_roles r
    where d.datname = current_database() and r.rolname = current_user
  `.execute(owner)
  const [found] = rows
  if (found === undefined) throw new StartupError('db.owner-rights', 'The database does not say who its owner is.')
  return found
}
