import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

/** A law that asks for a processing or for a least time of keeping. Data, so that a lawyer's correction is a change of data. */
export interface Law<Event extends string = string> {
  readonly title: Text
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly country: string
  readonly url?: string | undefined
  /** What has to be kept, how long, and from when. */
  readonly minimum?: { readonly keep: Duration; readonly from: Event } | undefined
}
