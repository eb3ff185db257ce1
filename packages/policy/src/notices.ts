import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

/** How people are told, and how soon (GDPR art. 12(3), 13(3), 33, 34). */
export interface Notices {
  /** A material change of the policy is told so long before it takes effect. */
  readonly policyChange: { readonly ahead: Duration; readonly ways: readonly ('mail' | 'site')[] }
  /** A request is answered within, and the answer can be put off by so much more, with reasons. */
  readonly requests: { readonly answer: Duration; readonly extension: Duration }
  /** A breach is reported to the authority within, from awareness on. */
  readonly breach: { readonly authority: Duration }
  /** Before the business passes to somebody else people are told, and can delete first. */
  readonly transferOfBusiness?: { readonly ahead: Duration; readonly deleteFirst: boolean } | undefined
}

/** What browsers say by themselves; refusing to hear is possible to write, and then reported. */
export interface Signals {
  readonly gpc: 'honour' | 'ignore'
  readonly dnt: 'honour' | 'ignore'
}

/** What is kept of a network address, per place that writes it down. */
export const addressForms = ['none', 'country', 'network', 'full'] as const
export type AddressForm = (typeof addressForms)[number]

/** A kind of mail that is sent (mail kinds of the system are bound to purposes). */
export interface MailDeclaration<Purpose extends string = string> {
  readonly title: Text
  readonly purpose: Purpose
  /** Service mail can't be refused while what it is about lasts; marketing always can. */
  readonly kind: 'service' | 'marketing'
  readonly consent?: string | undefined
  /** Whether opening or clicking is tracked. */
  readonly tracked?: boolean | undefined
  /** The consent to that, where it isn't the mail's own: to get a mail is not to be watched reading it. */
  readonly trackingConsent?: string | undefined
}

/** Something the operator promised to look at again: a supplier, a risk, a security measure (art. 24(1), 32(1)(d)). */
export interface Review {
  readonly title: Text
  /** `YYYY-MM-DD`; never on record, where it isn’t said. */
  readonly last?: string | undefined
  readonly every: Duration
}

/** Terms, acceptable use, service level: a document that is versioned like the policy itself. */
export interface DocumentDeclaration {
  readonly title: Text
  readonly kind: 'terms' | 'acceptable-use' | 'service-level' | 'processing-agreement'
  /** Markdown, whole. */
  readonly text: Text
}
