import { consentScopes, type ConsentScopes, type Policy } from '@samtale/policy'
import { diffPolicies } from '@samtale/policy/diff'
import { newId } from '../../../platform/ids.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import type { PolicyFile } from '../policy-file.ts'
import { inForceOf, isDue, stepOf, upcomingOf, type Step, type StepKind } from './course.ts'
import { plannedAt } from './notice.ts'
import type { CompiledPolicy, NewVersion, StoredVersion, VersionClass } from './version.ts'

/** What is known when a server opens the policy. */
export interface Situation {
  /** Every version that was written down, by number. */
  readonly versions: readonly StoredVersion[]
  /** What the operator's file says now. */
  readonly wanted: CompiledPolicy
  /** Compiles an earlier file beside what this program declares. */
  compile(file: PolicyFile): Promise<CompiledPolicy>
  /** Nobody can be there to be told: no stranger reaches the server, and nothing is kept of anybody. */
  readonly alone: boolean
  readonly now: Date
}

/** Which version of the policy is carried out, and since when. */
export interface VersionInForce {
  readonly policy: Policy
  readonly number: number
  readonly hash: string
  readonly effectiveAt: Date
  readonly scopes: ConsentScopes
}

export interface Decision {
  readonly inForce: VersionInForce
  /** What is to be written down first. */
  readonly add: readonly NewVersion[]
  readonly steps: readonly Step[]
}

/**
 * Which policy is in force. What the operator wants counts at once where it is no material change of what is, or nobody
 * can be there to be told; else it waits until it was told and its time has come, and what was in force stays what is done.
 * @throws StartupError `policy.upgrade-unannounced` where this program can't do what is in force
 */
export async function decide(situation: Situation): Promise<Decision> {
  const { versions, wanted, now, alone } = situation
  const current = inForceOf(versions)
  const waiting = upcomingOf(versions)
  if (current === null) return enter(situation, await newVersion(situation, wanted, 'first'), [])
  const withdrawn = waiting === null ? [] : [step(waiting.version, 'withdrawn', now)]
  if (wanted.hash === current.hash) return { inForce: standing(current, wanted.policy), add: [], steps: withdrawn }
  if (waiting !== null && waiting.hash === wanted.hash) {
    if (!alone && !isDue(waiting, now)) return keep(situation, current)
    const entered = step(waiting.version, 'in-force', now)
    return { inForce: standing({ ...waiting, steps: [entered] }, wanted.policy), add: [], steps: [entered] }
  }
  const diff = diffPolicies(current.policy, wanted.policy)
  if (diff.class !== 'material' || alone || current.profile === null)
    return enter(situation, await newVersion(situation, wanted, diff.class ?? 'editorial'), withdrawn)
  return announce(situation, current, waiting)
}

/** A version that takes effect now. */
function enter({ now }: Situation, made: NewVersion, before: readonly Step[]): Decision {
  const entered = step(made.version, 'in-force', now)
  return { inForce: standing({ ...made, steps: [entered] }, made.policy), add: [made], steps: [...before, entered] }
}

/** What is in force stays so, as far as this program can do it. */
async function keep(situation: Situation, current: StoredVersion): Promise<Decision> {
  const { compile, now } = situation
  const { profile, policy } = current
  if (profile === null) return { inForce: standing(current, policy), add: [], steps: [] }
  const kept = await compile({ profile, controller: policy.controller })
  if (kept.hash === current.hash) return { inForce: standing(current, kept.policy), add: [], steps: [] }
  const drift = diffPolicies(policy, kept.policy)
  if (drift.class === 'material') {
    const [first] = drift.changes.filter((change) => change.class === 'material')
    throw new StartupError(
      'policy.upgrade-unannounced',
      `This version of the program does otherwise than the policy in force says: ${first?.says.en ?? ''}`,
    )
  }
  return enter({ ...situation, now }, await newVersion(situation, kept, drift.class ?? 'editorial'), [])
}

/** What is in force stays so, and what is wanted is announced in its place. */
async function announce(
  situation: Situation,
  current: StoredVersion,
  waiting: StoredVersion | null,
): Promise<Decision> {
  const { wanted, now, versions } = situation
  const kept = await keep(situation, current)
  const diff = diffPolicies(current.policy, wanted.policy)
  const number = nextNumber(versions) + kept.add.length
  const coming = { ...(await newVersion(situation, wanted, 'material')), version: number }
  const isAsTold = waiting !== null && diffPolicies(waiting.policy, wanted.policy).class !== 'material'
  // What was announced is worded differently, or less: who was told of it has been told of this.
  const told = isAsTold ? ['announced' as const, 'told' as const].flatMap((kind) => stepOf(waiting, kind) ?? []) : []
  const planned = plannedAt(now, { before: current.policy, after: wanted.policy, diff })
  const steps = isAsTold
    ? told.map((one) => ({ ...one, version: number }))
    : [{ ...step(number, 'announced', now), effectiveAt: planned }]
  const withdrawn = waiting === null ? [] : [step(waiting.version, 'withdrawn', now)]
  if (!isDue({ steps }, now))
    return { ...kept, add: [...kept.add, coming], steps: [...kept.steps, ...withdrawn, ...steps] }
  const entered = step(number, 'in-force', now)
  return {
    inForce: standing({ ...coming, steps: [entered] }, wanted.policy),
    add: [...kept.add, coming],
    steps: [...kept.steps, ...withdrawn, ...steps, entered],
  }
}

async function newVersion(
  { versions, now }: Situation,
  compiled: CompiledPolicy,
  weight: VersionClass,
): Promise<NewVersion> {
  const current = inForceOf(versions)
  const before =
    current === null ? null : { scopes: current.scopes, diff: diffPolicies(current.policy, compiled.policy) }
  return {
    ...compiled,
    version: nextNumber(versions),
    id: newId(now),
    class: weight,
    follows: current?.version ?? null,
    scopes: await consentScopes(compiled.policy, before),
    madeAt: now,
  }
}

function nextNumber(versions: readonly StoredVersion[]): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1
}

function standing(
  version: Pick<StoredVersion, 'version' | 'hash' | 'scopes' | 'steps'>,
  policy: Policy,
): VersionInForce {
  const since = stepOf(version, 'in-force')
  if (since === null) throw new TypeError('What is in force has begun at a time.')
  const { version: number, hash, scopes } = version
  return { policy, number, hash, effectiveAt: since.at, scopes }
}

function step(version: number, kind: StepKind, at: Date): Step {
  return { version, step: kind, at, effectiveAt: null, told: null, unreached: null }
}
