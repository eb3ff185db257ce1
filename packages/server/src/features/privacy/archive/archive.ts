import type { Policy } from '@samtale/policy'
import { diffPolicies, type PolicyDiff } from '@samtale/policy/diff'
import type { Purposes } from '../../../platform/db/db.ts'
import { policyVersionStore } from '../store.ts'
import type { PrivacyTables } from '../tables.ts'
import { inForceOf, stepOf, upcomingOf, type Step } from '../versions/course.ts'
import { formerController } from '../versions/sealed-controller.ts'
import { versionsOf, type VersionRows } from '../versions/stored.ts'
import type { StoredVersion } from '../versions/version.ts'

/** Where a version stands: what counts, what is coming, what counted once, and what was announced and never came. */
export type Standing = 'in-force' | 'upcoming' | 'former' | 'withdrawn'

/** A version as people can read it. */
export interface ArchivedVersion extends StoredVersion {
  readonly standing: Standing
  /** When it took effect; of a coming one when it does at the earliest, of a withdrawn one null. */
  readonly from: Date | null
  /** When another took its place. */
  readonly until: Date | null
  /** Somebody was named, and the keys to who it was are gone. */
  readonly unreadable: boolean
}

export type Archive = ReturnType<typeof createArchive>

/** Every version that this installation has shown or announced. What a version says never changes, and is read once. */
export function createArchive(options: { database: Purposes<PrivacyTables>; secret: Buffer }) {
  const store = policyVersionStore(options.database)
  const diffs = new Map<number, PolicyDiff>()
  let facts: VersionRows['versions'] = []

  async function rows(): Promise<VersionRows> {
    const [steps, controllers] = await Promise.all([store.steps(), store.controllers()])
    const known = new Set(facts.map(({ version }) => version))
    if (steps.some(({ version }) => !known.has(version))) facts = await store.versions()
    return { versions: facts, steps, controllers }
  }

  async function versions(): Promise<readonly ArchivedVersion[]> {
    const read = await rows()
    const named = new Set(read.versions.filter((row) => row.controller_named).map(({ version }) => version))
    const all = versionsOf(read, options.secret)
    const current = inForceOf(all)
    const coming = upcomingOf(all)
    const entered = all.flatMap((version) => stepOf(version, 'in-force') ?? []).toSorted(byTime)
    return all.map((version) => {
      const since = stepOf(version, 'in-force')
      const standing = standingOf(version, current, coming)
      const planned = standing === 'upcoming' ? dueDate(version) : null
      const next = since === null ? undefined : entered[entered.indexOf(since) + 1]
      const unreadable = named.has(version.version) && version.policy.controller === null
      return { ...version, standing, from: since?.at ?? planned, until: next?.at ?? null, unreadable }
    })
  }

  return {
    versions,

    /** The version of a number, and the one that it follows: the one that was in force when it came. */
    find: async (number: number): Promise<{ version: ArchivedVersion; before: ArchivedVersion | null } | null> => {
      const all = await versions()
      const version = all.find((one) => one.version === number)
      if (version === undefined) return null
      return { version, before: all.find((one) => one.version === version.follows) ?? null }
    },

    /** What a version changed, compared with the one it follows. */
    diffOf: (version: StoredVersion, before: StoredVersion): PolicyDiff => {
      const known = diffs.get(version.version)
      if (known !== undefined) return known
      const diff = diffPolicies(...comparable(before.policy, version.policy))
      diffs.set(version.version, diff)
      return diff
    },
  }
}

/** Of a former controller less is kept; then of both sides only that is compared. */
function comparable(before: Policy, after: Policy): [Policy, Policy] {
  const isWhole = ({ controller }: Policy) => controller === null || controller.email !== ''
  if (isWhole(before) && isWhole(after)) return [before, after]
  const less = (policy: Policy): Policy =>
    policy.controller === null ? policy : { ...policy, controller: formerController(policy.controller) }
  return [less(before), less(after)]
}

function standingOf(version: StoredVersion, current: StoredVersion | null, coming: StoredVersion | null): Standing {
  if (version === current) return 'in-force'
  if (version === coming) return 'upcoming'
  return stepOf(version, 'in-force') === null ? 'withdrawn' : 'former'
}

/** When a coming version takes effect at the earliest, as far as it is known. */
export function dueDate(version: Pick<StoredVersion, 'steps'>): Date | null {
  return (stepOf(version, 'told') ?? stepOf(version, 'announced'))?.effectiveAt ?? null
}

function byTime(one: Step, other: Step): number {
  return one.at.getTime() - other.at.getTime() || one.version - other.version
}
