import type { Policy } from '@samtale/policy'
import { diffPolicies, type PolicyDiff } from '@samtale/policy/diff'
import type { Purposes } from '../../../platform/db/db.ts'
import { policyVersionStore } from '../store.ts'
import type { PrivacyTables } from '../tables.ts'
import { inForceOf, stepOf, upcomingOf } from '../versions/course.ts'
import { effectiveAfter } from '../versions/notice.ts'
import { versionsOf } from '../versions/stored.ts'
import type { StoredVersion } from '../versions/version.ts'

/** A version that was announced and waits, and what it changes of the one in force. */
export interface ComingChange {
  readonly version: StoredVersion
  readonly before: Policy
  readonly after: Policy
  readonly diff: PolicyDiff
  /** Somebody else becomes responsible. */
  readonly isTransfer: boolean
  /** When it takes effect at the earliest, as far as it is known. */
  readonly effectiveAt: Date
}

/** The version that waits; null where none does. */
export async function comingChange({
  database,
  secret,
}: {
  readonly database: Purposes<PrivacyTables>
  readonly secret: Buffer
}): Promise<ComingChange | null> {
  const versions = versionsOf(await policyVersionStore(database).rows(), secret)
  const [current, version] = [inForceOf(versions), upcomingOf(versions)]
  if (current === null || version === null) return null
  const [before, after] = [current.policy, version.policy]
  const isTransfer = before.controller !== null && before.controller.name !== after.controller?.name
  const effectiveAt = (stepOf(version, 'told') ?? stepOf(version, 'announced'))?.effectiveAt ?? version.madeAt
  return { version, before, after, diff: diffPolicies(before, after), isTransfer, effectiveAt }
}

/** When it takes effect where everybody has been told now: not before the day that they were told of. */
export function fixedAt(now: Date, change: ComingChange): Date {
  return new Date(Math.max(Number(effectiveAfter(now, change)), Number(change.effectiveAt)))
}
