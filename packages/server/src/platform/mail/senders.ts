import type { MailStream } from './kinds.ts'
import type { Mailbox } from './message.ts'

/** Where mail of a stream comes from, and where it comes back to if it can't be delivered. */
export interface Sender {
  readonly from: Mailbox
  readonly returnPath: string
}

export type Senders = Readonly<Record<MailStream, Sender>>

/** The same senders, under this name where they have none. */
export function named({ transactional, news, breach }: Senders, name: string): Senders {
  const one = ({ from, returnPath }: Sender): Sender => ({ from: { ...from, name: from.name || name }, returnPath })
  return { transactional: one(transactional), news: one(news), breach: one(breach) }
}
