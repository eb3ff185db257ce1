import type { FindingCode } from '@samtale/policy'

/** A finding for people: what is wrong, why it matters, and how to mend it. */
export interface Explanation {
  readonly wrong: string
  readonly why: string
  readonly mend: string
}

/** One for every code of the compiler: a code without one does not compile. */
export type Explanations = Readonly<Record<FindingCode, Explanation>>
