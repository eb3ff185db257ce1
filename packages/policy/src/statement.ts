import type { NonEmpty, Text } from './text.ts'

/**
 * A line of a policy's text, and where this profile says it: the thread from the text that was read to what the system
 * does. The row is one of the requirements' numbers, such as `D11`.
 */
export interface Statement {
  readonly row: string
  /** The line, in the profile's own words. */
  readonly says: Text
  /** Parts of the profile that say it, such as `processings.newsletter`. */
  readonly by: NonEmpty<string>
}

/** A statement of a file. */
export interface PlacedStatement extends Statement {
  /** Its own place, such as `statements.12`: what is wrong with the statement itself is found there. */
  readonly part: string
  /** Line in the file, from 1. */
  readonly line: number
}
