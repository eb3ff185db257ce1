import type { Bench } from './judge.ts'
import type { Judgement } from './judgement.ts'

/** What goes to the worker, and what comes back for each text, under the same number. */
export interface ToJudge {
  readonly number: number
  readonly text: string
  readonly bench: Bench
}

export type FromJudge =
  | { readonly number: number; readonly judgement: Judgement }
  /** The compiler gave up: too deep, too large for the browser's memory. */
  | { readonly number: number; readonly failed: true }
