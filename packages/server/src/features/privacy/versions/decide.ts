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
  const withdrawn = await withdrawalOf(situation, waiting)
  if (wanted.hash === current.hash) return { inForce: standing(current, wanted.policy), add: [], steps: withdrawn }
  if (waiting !== null && waiting.hash === wanted.hash) {
    if (!alone && !isDue(waiting, now)) return keep(situation, current, waiting)
    const entered = step(waiting.version, 'in-force', now)
    return { inForce: standing({ ...waiting, steps: [entered] }, wanted.policy), add: [], steps: [entered] }
  }
  const diff = diffPolicies(current.policy, wanted.policy)
  if (
    diff.class !== 'material' ||
    alone ||
    current.profile === null ||
    onlyNamesController(current.policy, wanted.policy)
  )
    return enter(situation, await newVersion(situation, wanted, diff.class ?? 'editorial'), withdrawn)
  return announce(situation, current, waiting)
}

/**
 * Whether all that is new is that somebody answers. While nobody did, no stranger was served (`assertMayServePublicly`), and
 * nothing that was said to anybody is taken back.
 */
function onlyNamesController(before: Policy, after: Policy): boolean {
  if (before.controller !== null || after.controller === null) return false
  return diffPolicies({ ...before, controller: after.controller }, after).class !== 'material'
}

/**
 * What was announced is withdrawn when the operator wants something else; but for what another version of the program is
 * to do, which the file that this one reads can't say.
 */
async function withdrawalOf({ compile, now }: Situation, waiting: StoredVersion | null): Promise<Step[]> {
  if (waiting === null) return []
  const { profile, policy, hash, version } = waiting
  if (profile !== null && (await compile({ profile, controller: policy.controller })).hash !== hash) return []
  return [step(version, 'withdrawn', now)]
}

/** A version that takes effect now. */
function enter({ now }: Situation, made: NewVersion, before: readonly Step[]): Decision {
  const entered = step(made.version, 'in-force', now)
  return { inForce: standing({ ...made, steps: [entered] }, made.policy), add: [made], steps: [...before, entered] }
}

/** What is in force stays so, as far as this program can do it. */
async function keep(
  situation: Situation,
  current: StoredVersion,
  waiting: StoredVersion | null = null,
): Promise<Decision> {
  const { compile, now } = situation
  const { profile, policy } = current
  if (profile === null) return { inForce: standing(current, policy), add: [], steps: [] }
  const kept = await compile({ profile, controller: policy.controller })
  if (kept.hash === current.hash) return { inForce: standing(current, kept.policy), add: [], steps: [] }
  const drift = diffPolicies(policy, kept.policy)
  if (drift.class === 'material') {
    const [first] = drift.changes.filter((change) => change.class === 'material')
    const due = waiting === null ? null : (stepOf(waiting, 'told') ?? stepOf(waiting, 'announced'))
    const when = due === null ? '' : ` It is announced, for ${due.effectiveAt?.toISOString() ?? ''} at the earliest.`
    throw new StartupError(
      'policy.upgrade-unannounced',
      `This version of the program does otherwise than the policy in force says: ${first?.says.en ?? ''}${when}`,
    )
  }
  return enter({ ...situation, now }, await newVersion(situation, kept, drift.class ?? 'editorial'), [])
}

/** What is in force stays so, as far as this program can do it, and what is wanted is announced. */
async function announce(
  situation: Situation,
  current: StoredVersion,
  waiting: StoredVersion | null,
): Promise<Decision> {
  return announceOver(situation, await keep(situation, current), current, waiting)
}

/** The same while the server runs: null where nothing has to be announced, which then waits for the next start. */
export async function announceOnly(situation: Situation): Promise<Decision | null> {
  const before = inForceOf(situation.versions)
  const decision = await decide({ ...situation, alone: false })
  const announces = decision.add.some(({ hash }) => hash === situation.wanted.hash)
  return announces && decision.inForce.number === before?.version ? decision : null
}

/**
 * Announces what another version of the program is to do; what is in force stays so. Null where there is nothing to
 * announce: it is no material change, or is announced already.
 */
export async function announceForUpgrade(situation: Omit<Situation, 'compile' | 'alone'>): Promise<Decision | null> {
  const { versions, wanted } = situation
  const [current, waiting] = [inForceOf(versions), upcomingOf(versions)]
  if (current === null || waiting?.hash === wanted.hash) return null
  if (diffPolicies(current.policy, wanted.policy).class !== 'material') return null
  const kept = { inForce: standing(current, current.policy), add: [], steps: [] }
  const decision = await announceOver(situation, kept, current, waiting)
  return decision.inForce.number === current.version ? decision : null
}

async function announceOver(
  situation: Omit<Situation, 'compile' | 'alone'>,
  kept: Decision,
  current: StoredVersion,
  waiting: StoredVersion | null,
): Promise<Decision> {
  const { wanted, now, versions } = situation
  const diff = diffPolicies(current.policy, wanted.policy)
  const number = nextNumber(versions) + kept.add.length
  const made = await newVersion(situation, wanted, 'material')
  const coming = { ...made, version: number, follows: kept.inForce.number }
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
  { versions, now }: Pick<Situation, 'versions' | 'now'>,
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
