import type { Text } from '../text.ts'
import type { FieldName } from './words/diff-words.ts'

/**
 * What a change means to people. `editorial`: worded differently, or of no concern to them. `minor`: told of. `material`:
 * told before it takes effect, and what it touches is asked again.
 */
export const changeClasses = ['editorial', 'minor', 'material'] as const
export type ChangeClass = (typeof changeClasses)[number]

export const changeKinds = ['added', 'removed', 'changed', 'longer', 'shorter', 'more', 'less', 'reworded'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One change of a policy. */
export interface Change {
  /** Such as `processings.newsletter`, or `controller`. */
  readonly part: string
  /** What of the part; null where the whole part is new or gone. */
  readonly field: FieldName | null
  readonly kind: ChangeKind
  readonly class: ChangeClass
  /** The change as a sentence. */
  readonly says: Text
  /** What was said, and what is; null where nothing was or is. */
  readonly before: Text | null
  readonly after: Text | null
}

export interface PolicyDiff {
  /** The gravest of the changes; null where nothing has changed. */
  readonly class: ChangeClass | null
  readonly changes: readonly Change[]
  /** Keys of consents that a material change touches: who answered is asked again. */
  readonly consents: readonly string[]
}

/** The gravest of some classes; null of none. */
export function gravest(classes: readonly ChangeClass[]): ChangeClass | null {
  return changeClasses.findLast((one) => classes.includes(one)) ?? null
}
