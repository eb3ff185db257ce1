/** Who decides why and how personal data is processed, and answers for it (GDPR art. 4(7), 13(1)(a)–(b)). */
export interface Controller {
  /** Legal name of the organisation or person. */
  readonly name: string
  /** Postal address: street, postcode, place. */
  readonly address: string
  /** ISO 3166-1 alpha-2, such as `NO`. */
  readonly country: string
  readonly organisationNumber?: string | undefined
  readonly email: string
  readonly phone?: string | undefined
  /** E-mail address for everything about privacy: rights, questions, reports of a breach. */
  readonly privacyContact: string
}
