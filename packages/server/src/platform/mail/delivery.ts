import type { Message } from './message.ts'

/** A mail on its way out. */
export interface Outgoing {
  readonly message: Message
  /** Where it comes back to if it can't be delivered; null where nothing may come back (RFC 3834 §4). */
  readonly returnPath: string | null
  readonly kind: string
  readonly record: string
}

/** How mail leaves: to a mail server, or into the outbox. */
export interface Delivery {
  /** @throws DeliveryFailed */
  deliver(mail: Outgoing, signal: AbortSignal): Promise<void>
  /** Undoes it as far as it can be: what was deleted while it was delivered may not come back. */
  withdraw(mail: Outgoing): Promise<void>
}

/** Codes of failed deliveries, and whether trying again could help. */
export const deliveryFailures = {
  'mail.outbox-failed': 'try-again',
  'mail.server-away': 'try-again',
  'mail.server-busy': 'try-again',
  'mail.tls-failed': 'try-again',
  'mail.login-refused': 'try-again',
  'mail.sender-refused': 'try-again',
  'mail.refused': 'give-up',
} as const

export type DeliveryFailureCode = keyof typeof deliveryFailures

/** Carries a code and nothing of what a mail server answered: that quotes addresses. */
export class DeliveryFailed extends Error {
  readonly code: DeliveryFailureCode

  constructor(code: DeliveryFailureCode) {
    super(code)
    this.name = 'DeliveryFailed'
    this.code = code
  }
}
