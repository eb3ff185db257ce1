import type { MailStream } from './kinds.ts'
import type { Mailbox } from './message.ts'

/** Where mail of a stream comes from, and where it comes back to if it can't be delivered. */
export interface Sender {
  readonly from: Mailbox
  readonly returnPath: string
}

export type Senders = Readonly<Record<MailStream, Sender>>
