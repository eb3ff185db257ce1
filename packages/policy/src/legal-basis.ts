import type { Text } from './text.ts'

/**
 * Why a processing is lawful (GDPR art. 6(1)); the articles' names are DPV's `eu-gdpr:A6-1-*`. Consent says how it is
 * asked for: being there, having an account or going on using something is no way of asking, so it can't be written.
 */
export type LegalBasis =
  | {
      readonly article: '6-1-a'
      readonly asked: 'banner' | 'settings' | 'just-in-time' | 'meeting'
      readonly consentTo: Text
    }
  | { readonly article: '6-1-b'; readonly contract: Text; readonly step: 'enter' | 'perform' }
  | { readonly article: '6-1-c'; readonly law: Text }
  | { readonly article: '6-1-d'; readonly interest: Text }
  | { readonly article: '6-1-e'; readonly law: Text }
  | LegitimateInterest

/** Art. 6(1)(f): the interest is named, weighed, and can be objected to (art. 13(1)(d), 21). */
export interface LegitimateInterest {
  readonly article: '6-1-f'
  readonly interest: Text
  /** Why the person's own interests don't outweigh it. */
  readonly balance: Text
  /** How to object, and what happens then. */
  readonly objection: Text
}
