import type { ConsentScopes, Policy } from '@samtale/policy'
import type { ChangeClass } from '@samtale/policy/diff'
import type { PolicyFile } from '../policy-file.ts'
import type { Step } from './course.ts'

/** A policy that this program can carry out: compiled beside what it declares itself. */
export interface CompiledPolicy {
  readonly policy: Policy
  /** `hashPolicy` of it. */
  readonly hash: string
  /** What it was compiled from; of the file itself, the profile without its controller. */
  readonly source: PolicyFile
}

/** How a version differs from the one that was in force; the first has nothing to differ from. */
export type VersionClass = 'first' | ChangeClass

/** A version to be written down. */
export interface NewVersion extends CompiledPolicy {
  /** Counted from 1. */
  readonly version: number
  /** Random. */
  readonly id: string
  readonly class: VersionClass
  /** The version that was in force when it came. */
  readonly follows: number | null
  readonly scopes: ConsentScopes
  readonly madeAt: Date
}

/** A version as it was written down. The controller is null where nobody was named, or the keys to it are lost. */
export interface StoredVersion extends Omit<NewVersion, 'source'> {
  /** The profile, without its controller; null for versions from before profiles were kept. */
  readonly profile: string | null
  readonly steps: readonly Step[]
}
