import type { NonEmpty, Text } from './text.ts'

/** A list of its own that a policy's text has: principles, steps in a browser, where to read more. */
export interface Listing {
  readonly title: Text
  readonly items: NonEmpty<Text>
}
