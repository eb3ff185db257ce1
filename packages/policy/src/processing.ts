import type { LegalBasis } from './legal-basis.ts'
import type { RetentionRule } from './retention.ts'
import type { NonEmpty, Text } from './text.ts'

/** Categories used for one purpose on one legal basis, for so long, seen by these (GDPR art. 4(2), 30(1)). */
export interface Processing<
  Category extends string = string,
  PurposeKey extends string = string,
  RecipientKey extends string = string,
  Event extends string = string,
  Consent extends string = string,
  Law extends string = string,
> {
  readonly title: Text
  readonly purpose: PurposeKey
  readonly categories: NonEmpty<Category>
  readonly basis: LegalBasis<Consent, Law>
  readonly retention: RetentionRule<Event, Law>
  readonly recipients: NonEmpty<RecipientKey> | 'nobody'
  /** What it is, in a sentence, where title and purpose don't say it. */
  readonly description?: Text | undefined
  /** WP 248's marks of a high risk; two ask for an assessment (art. 35). */
  readonly risks?:
    | readonly ('location' | 'children' | 'monitoring' | 'sensitive' | 'large-scale' | 'profiling' | 'new-technology')[]
    | undefined
  /** Where the data protection impact assessment is. */
  readonly assessment?: string | undefined
}
