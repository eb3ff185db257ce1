import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

/** Something that starts or ends a time, as a clause: “you leave the meeting”. */
export interface RetentionEvent {
  readonly clause: Text
}

/**
 * How long data of a processing may exist (GDPR art. 5(1)(e), 13(2)(a)). The cap is no option: a rule without an end
 * can't be written.
 */
export interface RetentionRule<Event extends string = string> {
  /** How long after the event. */
  readonly keep: Duration
  readonly from: Event
  /** The end in any case, also where the event above does not come about in the ordinary way. */
  readonly cap: { readonly atMost: Duration; readonly after: Event }
  /** Where it is held until then. */
  readonly held: 'memory' | 'database' | 'device'
}
