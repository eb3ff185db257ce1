import type { NonEmpty, Text } from './text.ts'

/** Whose data it is. */
export type SubjectKind = 'guest' | 'visitor'

/** A category of personal data (GDPR art. 13, 14, 15(1)(b)). */
export interface DataCategory {
  /** Key of the fideslang taxonomy's data categories, such as `user.device.ip_address`. */
  readonly fides: `user.${string}`
  /** Term of DPV's personal data extension, such as `pd:IPAddress`. */
  readonly dpv: `pd:${string}`
  readonly title: Text
  /** What exactly, in plain words. */
  readonly description: Text
  readonly subjects: NonEmpty<SubjectKind>
  /** Given by the person, seen by the system, or computed (GDPR art. 14(2)(f), 15(1)(g)). */
  readonly source: 'subject' | 'observed' | 'derived'
  /** Must it be given, and what if it isn't (GDPR art. 13(2)(e)). */
  readonly provision: {
    readonly kind: 'statutory' | 'contractual' | 'prerequisite' | 'voluntary'
    readonly consequence: Text
  }
}
