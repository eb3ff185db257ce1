import type { Language } from '@samtale/policy'
import type { MailKind } from './kinds.ts'

/** A mailbox: who, and where. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** What a mail says, and to whom it answers. Sealed as one while it waits. */
export interface MailContent {
  readonly language: Language
  readonly text: string
  readonly html: string
  /** Where an answer goes, if not to the sender. */
  readonly replyTo: string | null
  /** Identifiers of the messages that it follows, oldest first; it answers the last. */
  readonly thread: readonly string[]
  /** Where one click unsubscribes (RFC 8058). */
  readonly unsubscribe: string | null
}

/** A mail that is ready to be composed. */
export interface Message extends MailContent, Pick<MailKind, 'autoSubmitted'> {
  /** Random id of the mail; its `Message-ID` is made of it, and stays the same however often it is sent. */
  readonly id: string
  readonly from: Mailbox
  readonly to: string
  readonly subject: string
  /** When it was queued. */
  readonly date: Date
  /** Names the mailing list (RFC 2919); null where it is none. */
  readonly list: string | null
}

/** The identifier that a mail goes out under (RFC 5322 §3.6.4). */
export function messageIdOf(id: string, from: Pick<Mailbox, 'address'>): string {
  return `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`
}
