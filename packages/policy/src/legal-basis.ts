import type { Text } from './text.ts'

/**
 * Why a processing is lawful (GDPR art. 6(1)); the articles' names are DPV's `eu-gdpr:A6-1-*`. Consent names what was
 * asked, which says how: implied consent can't be written.
 */
export type LegalBasis<Consent extends string = string, Law extends string = string> =
  | { readonly article: '6-1-a'; readonly consent: Consent }
  | { readonly article: '6-1-b'; readonly contract: Text; readonly step: 'enter' | 'perform' }
  | { readonly article: '6-1-c'; readonly law: Law }
  | { readonly article: '6-1-d'; readonly interest: Text }
  | { readonly article: '6-1-e'; readonly law: Law }
  | LegitimateInterest

/** Art. 6(1)(f): the interest is named, weighed, and can be objected to (art. 13(1)(d), 21). */
export interface LegitimateInterest {
  readonly article: '6-1-f'
  readonly interest: Text
  /** Why the person's own interests don't outweigh it. */
  readonly balance: Text
  /** How to object, and what happens then. */
  readonly objection: Text
  /** Existing customers' own kind of goods, with an easy way out each time (ePrivacy art. 13(2), mfl. § 15). */
  readonly softOptIn?: boolean | undefined
}
