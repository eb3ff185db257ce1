/**
 * What became of a version. `announced`: it will take effect, no earlier than `effectiveAt`. `told`: everybody who can be
 * reached was told, and `effectiveAt` is fixed. `in-force`: it took effect. `withdrawn`: it never will.
 */
export const stepKinds = ['announced', 'told', 'in-force', 'withdrawn'] as const
export type StepKind = (typeof stepKinds)[number]

export interface Step {
  readonly version: number
  readonly step: StepKind
  readonly at: Date
  readonly effectiveAt: Date | null
  /** How many were told, and how many could not be reached; where the step is `told`. */
  readonly told: number | null
  readonly unreached: number | null
}

/** A version whose steps are known. */
interface WithSteps {
  readonly version: number
  readonly steps: readonly Step[]
}

export function stepOf({ steps }: Pick<WithSteps, 'steps'>, kind: StepKind): Step | null {
  return steps.find(({ step }) => step === kind) ?? null
}

/** The version that took effect last; null before the first. */
export function inForceOf<Version extends WithSteps>(versions: readonly Version[]): Version | null {
  const since = (version: Version) => stepOf(version, 'in-force')?.at.getTime() ?? -Infinity
  const entered = versions.filter((version) => stepOf(version, 'in-force') !== null)
  const [last] = entered.toSorted((one, other) => since(other) - since(one) || other.version - one.version)
  return last ?? null
}

/** The version that is announced and waits; null where none does. */
export function upcomingOf<Version extends WithSteps>(versions: readonly Version[]): Version | null {
  const waits = (version: Version) =>
    stepOf(version, 'announced') !== null &&
    stepOf(version, 'in-force') === null &&
    stepOf(version, 'withdrawn') === null
  return versions.findLast(waits) ?? null
}

/** Whether a version may take effect: everybody was told, and the time since is over. */
export function isDue(version: Pick<WithSteps, 'steps'>, now: Date): boolean {
  const fixed = stepOf(version, 'told')?.effectiveAt ?? null
  return fixed !== null && now >= fixed
}
