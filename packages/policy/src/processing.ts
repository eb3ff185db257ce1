import type { LegalBasis } from './legal-basis.ts'
import type { RetentionRule } from './retention.ts'
import type { NonEmpty, Text } from './text.ts'

/** Categories used for one purpose on one legal basis, for so long, seen by these (GDPR art. 4(2), 30(1)). */
export interface Processing<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
  Event extends string = string,
> {
  readonly title: Text
  readonly purpose: PurposeKey
  readonly categories: NonEmpty<Category>
  readonly basis: LegalBasis
  readonly retention: RetentionRule<Event>
  readonly recipients: NonEmpty<RecipientKey> | 'nobody'
}

/** Somebody whom data is disclosed to (GDPR art. 4(9), 13(1)(e)). */
export interface Recipient {
  /** `participant`: others in the same call. `processor`: art. 4(8). `third-party`: art. 4(10). */
  readonly kind: 'participant' | 'processor' | 'third-party'
  readonly title: Text
  /** What they get, and when. */
  readonly description: Text
}
