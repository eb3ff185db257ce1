/** Every mistake that a check of a policy can find. */
export const findingCodes = {
  'controller.identity.missing': 'No controller is named, or a part of their identity is empty (GDPR art. 13(1)(a)).',
  'reference.broken': 'Something is referred to that is not declared.',
  'section.empty': 'A list that the policy has to fill is empty.',
  'text.missing': 'A text is empty in one of the languages.',
  'text.placeholder': 'A text still has a placeholder, such as [years].',
  'category.without-processing':
    'A category is declared and no processing, so no legal basis, covers it (GDPR art. 6).',
  'purpose.unused': 'A purpose is declared and nothing is done for it.',
  'retention.malformed': 'A time is no ISO 8601 duration.',
} as const

export type FindingCode = keyof typeof findingCodes

/** One mistake in a policy. `at` is where, as names from the outside in, such as `processings.call.carry.purpose`. */
export interface Finding {
  readonly code: FindingCode
  readonly at: string
  readonly message: string
}
