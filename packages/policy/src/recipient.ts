import type { NonEmpty, Text } from './text.ts'

/** What a host is opened for in the browser, by the directive of the Content Security Policy. */
export interface BrowserPresence {
  readonly directives: NonEmpty<'script-src' | 'img-src' | 'connect-src' | 'frame-src' | 'style-src' | 'font-src'>
  readonly hosts: NonEmpty<string>
  /** What is loaded of it on the front page, from one of the hosts; nothing, where it isn't said. */
  readonly script?: string | undefined
  readonly image?: string | undefined
  /** Loaded only after this consent. */
  readonly consent?: string | undefined
  /** Loaded only when the person clicks. */
  readonly onClick?: boolean | undefined
}

/** Somebody whom data is disclosed to (GDPR art. 4(9), 13(1)(e)). */
export interface Recipient<Category extends string = string> {
  /**
   * `participant`: others in the same call. `processor`: art. 4(8). `third-party`: art. 4(10). `group`: another company of
   * the controller's group. `authority`: on a legal demand. `acquirer`: who takes the business over.
   */
  readonly kind: 'participant' | 'processor' | 'third-party' | 'group' | 'authority' | 'acquirer'
  readonly title: Text
  /** What they get, and when. */
  readonly description: Text
  readonly legalName?: string | undefined
  /** A category of recipients; the names are told to whoever asks (art. 13(1)(e), CJEU C-154/21). */
  readonly byCategory?: boolean | undefined
  /** ISO 3166-1 alpha-2 of where the data goes; `EEA` where it is said to stay there, and no more. */
  readonly country?: string | undefined
  readonly receives?: readonly Category[] | undefined
  /** Hosts that our server may reach for it; none, where it isn't said. */
  readonly hosts?: readonly string[] | undefined
  readonly browser?: BrowserPresence | undefined
  /** Their own policy, and the data processing agreement (art. 28(3)). */
  readonly policyUrl?: string | undefined
  readonly agreement?: string | undefined
  readonly subProcessors?: readonly string[] | undefined
  /** How requests of data subjects are passed on (art. 19). */
  readonly requests?: 'mail' | 'api' | 'none' | undefined
}

/** A transfer to a country outside the EEA (GDPR ch. V). */
export interface Transfer<RecipientKey extends string = string> {
  readonly recipient: RecipientKey
  /** ISO 3166-1 alpha-2. */
  readonly to: string
  /** Adequacy, binding corporate rules, standard contractual clauses, explicit consent. */
  readonly tool: 'A45-3' | 'A46-2-b' | 'A46-2-c' | 'A49-1-a'
  /** Where a copy can be read or asked for (art. 13(1)(f)). */
  readonly document: string
  /** Assessment of the transfer (EDPB 01/2020). */
  readonly assessment?: string | undefined
  readonly measures?: readonly Text[] | undefined
}
