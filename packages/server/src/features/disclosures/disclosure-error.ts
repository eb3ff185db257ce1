/** Why nothing is handed out. `docs/errors.md` lists them. */
export const disclosureErrors = {
  'disclosure.demand-missing': 'Say who demands it, by which law, and the reference of the document.',
  'disclosure.text-names-somebody': 'Name the office and not somebody in it: the entry outlives the people in it.',
  'disclosure.category-unknown': 'Name categories of the policy, and no more than the demand does.',
  'disclosure.nothing': 'There is no such record of that person’s.',
  'disclosure.told-or-forbidden': 'Either the person was told, or telling is forbidden; not both.',
  'disclosure.unknown': 'There is no such entry.',
} as const satisfies Record<string, string>

export type DisclosureErrorCode = keyof typeof disclosureErrors

/** Carries a code and its sentence. */
export class DisclosureError extends Error {
  readonly code: DisclosureErrorCode

  constructor(code: DisclosureErrorCode) {
    super(disclosureErrors[code])
    this.name = 'DisclosureError'
    this.code = code
  }
}
