import { createHash } from 'node:crypto'
import type { AccessPlan } from './plan.ts'

/** Names of an installation's roles. */
export interface RoleNames {
  /** What all of them begin with. */
  readonly prefix: string
  /** What the server logs in as. */
  readonly login: string
  /** The role of each purpose of the plan. */
  readonly purposes: ReadonlyMap<string, string>
}

/** PostgreSQL cuts longer names, in bytes (§4.1.1). */
const longest = 63

/**
 * Roles belong to a whole server and not to a database, so their names carry the number that the server gave the
 * database: no other database of that server has it, and a renamed one keeps it.
 */
export function roleNames(databaseId: number, plan: AccessPlan): RoleNames {
  const prefix = `samtale_${databaseId}_`
  const roles = Object.keys(plan.purposes).map((purpose) => [purpose, roleOf(prefix, purpose)] as const)
  return { prefix, login: `${prefix}app`, purposes: new Map(roles) }
}

function roleOf(prefix: string, purpose: string): string {
  const name = `${prefix}for_${purpose}`
  if (/^[a-z0-9._-]+$/.test(name) && name.length <= longest) return name
  const mark = createHash('sha256').update(purpose).digest('hex').slice(0, 12)
  return `${`${prefix}for_${purpose.replaceAll(/[^a-z0-9._-]/g, '_')}`.slice(0, longest - mark.length - 1)}~${mark}`
}
