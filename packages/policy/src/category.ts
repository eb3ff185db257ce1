import type { NonEmpty, Text } from './text.ts'

/** Whose data it is (GDPR art. 30(1)(c)). */
export const subjectKinds = [
  'guest',
  'visitor',
  'contact',
  'reported',
  'subscriber',
  'user',
  'trial-user',
  'customer',
  'prospect',
  'partner',
  'supplier',
  'buyer',
  'device-customer',
  'child',
  'applicant',
  'respondent',
  'commenter',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/**
 * Whom the data leads to. `person`: by name or address. `pseudonym`: by a number or id that only with more leads to one.
 * `device`: a device or the customer who owns it, no user. `nobody`: anonymous or aggregated, so that nobody can be
 * singled out, linked or inferred (recital 26).
 */
export const identifiabilities = ['person', 'pseudonym', 'device', 'nobody'] as const
export type Identifiability = (typeof identifiabilities)[number]

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
  /** Given by the person, seen by the system, computed, or from somebody else (GDPR art. 14(2)(f), 15(1)(g)). */
  readonly source: 'subject' | 'observed' | 'derived' | 'third-party'
  /** From whom, where the source is a third party. */
  readonly sourceName?: Text | undefined
  /** Must it be given, and what if it isn't (GDPR art. 13(2)(e)). */
  readonly provision: {
    readonly kind: 'statutory' | 'contractual' | 'prerequisite' | 'voluntary'
    readonly consequence: Text
  }
  /** Person, where it isn't said. */
  readonly identifies?: Identifiability | undefined
  /** Fewest people that an aggregate may stand for; only where it identifies nobody. */
  readonly atLeastPeople?: number | undefined
  /** Special category (art. 9(1)) or data on offences (art. 10). */
  readonly special?: 'art-9' | 'art-10' | undefined
  /** Where it is stored, ISO 3166-1 alpha-2. */
  readonly storedIn?: readonly string[] | undefined
}
