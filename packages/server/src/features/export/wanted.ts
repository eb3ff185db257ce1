import type { Language } from '@samtale/policy'
import type { Personal } from '../../platform/personal.ts'
import type { What } from './choice.ts'

/** What somebody wants to have. */
export interface Wanted {
  readonly language: Language
  readonly what: What
  readonly at: Date
  /** These records and no others; all of the person's, where it isn't said. */
  readonly records?: readonly string[]
  /** An address of theirs, by which also what is nobody's is found; those that are kept are tried in any case. */
  readonly address?: Personal<string>
}
