import type { LiarLine } from './liar.ts'

/** Any message, as it is on the wire. */
export type Wire = Record<string, unknown>
/** An event before it has its number. */
export type Telling = Wire & { type: string }

/** What a server can do to what passes. What isn’t named passes as it is. */
export interface Lies {
  /** A request of somebody’s: what the real server gets in its place. */
  request?(message: Wire, line: LiarLine): Wire[]
  /** An event of the real server’s: what they are told in its place. */
  event?(event: Telling, line: LiarLine): Telling[]
  /** What they are answered in place of what the real server answered. */
  answer?(answer: Wire, request: Wire, line: LiarLine): Wire
}
