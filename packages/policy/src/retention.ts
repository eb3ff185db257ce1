import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

/** Something that starts or ends a time, as a clause: “you leave the meeting”. */
export interface RetentionEvent {
  readonly clause: Text
}

/** How late a deletion may come. Working days are those of a country's calendar. */
export interface Deadline {
  readonly count: number
  readonly unit: 'hour' | 'day' | 'working-day'
  /** ISO 3166-1 alpha-2 of the calendar of public holidays, where working days are counted. */
  readonly calendar?: 'NO' | 'SE' | undefined
}

/**
 * How long data of a processing may exist (GDPR art. 5(1)(e), 13(2)(a)). The cap is no option: a rule without an end
 * can't be written. Times are counted in the policy's time zone.
 */
export interface RetentionRule<Event extends string = string, Law extends string = string> {
  /** How long after the event; `PT0S` is at once. */
  readonly keep: Duration
  readonly from: Event
  /** The end in any case, also where the event above does not come about in the ordinary way. */
  readonly cap: { readonly atMost: Duration; readonly after: Event }
  /** A law that asks for a least time: until then the data stays, restricted, whatever else ends. */
  readonly minimum?: Law | undefined
  /** Within a day, where it isn't said. */
  readonly deadline?: Deadline | undefined
  /** Deleted, where it isn't said. */
  readonly then?: 'delete' | 'anonymise' | undefined
  /** People are told so long before; without the notice nothing is deleted. */
  readonly notice?: { readonly before: Duration; readonly mail: string } | undefined
  /** Why it is so long, where more than a time decides. */
  readonly criteria?: Text | undefined
  /** Where it is held until then. */
  readonly held: 'memory' | 'database' | 'device' | 'elsewhere'
}
