import type { Text } from './text.ts'

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
  /** Data protection officer (art. 37–39). */
  readonly officer?: { readonly name: string; readonly email: string } | undefined
  /** Other legal entities that answer together with this one. */
  readonly group?: readonly { readonly name: string; readonly country: string }[] | undefined
  /** Where people read more or ask: a page of questions and answers, other addresses. */
  readonly more?: readonly { readonly title: Text; readonly to: string }[] | undefined
}

/** A supervisory authority (GDPR art. 51, 77). */
export interface Authority {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly url: string
  /** The lead authority for processing across borders (art. 56). */
  readonly lead?: boolean | undefined
}
