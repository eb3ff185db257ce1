import type { Language, Policy } from '@samtale/policy'
import { addDuration } from '@samtale/policy/time'
import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Mailer, MailerTables, PreparedMail } from '../../platform/mail/mailer.ts'
import { Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { SignedTokens } from '../../platform/signed-token.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { correspondenceMailKinds } from './mail-kinds.ts'
import { ticketStore, type Contact, type Message, type Ticket } from './store.ts'
import { category, purpose, type CorrespondenceTables } from './tables.ts'

/** What a transaction about a conversation can touch: it, its mail, and what becomes of its record. */
export type Tables = CorrespondenceTables & MailerTables & RecordTables & LedgerTables
export type Transaction = Purposes<Tables>

/** What letters need of the records of people. What takes a transaction is part of it. */
export interface TicketRecords {
  /** Makes a record for the person behind an address. */
  open(
    transaction: Transaction,
    record: { readonly id: string; readonly kind: string; readonly address: Personal<string>; readonly at: Date },
  ): Promise<void>
  /** A retention event came about. */
  note(transaction: Transaction, record: string, event: string, at: Date): Promise<void>
  /** Erases a record as its person asked (GDPR art. 17). `kept`: a law or a hold keeps it, and it is used no more. */
  erase(record: string, at: Date): Promise<'erased' | 'kept'>
}

export interface TicketOptions {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening' | 'index'>
  readonly mailer: Mailer<typeof correspondenceMailKinds, Tables>
  readonly tokens: SignedTokens
  readonly records: TicketRecords
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** A conversation, opened. */
export interface Thread {
  readonly ticket: Ticket
  readonly contact: { readonly address: Personal<string>; readonly name: Personal<string> | null }
  readonly messages: readonly OpenedMessage[]
  /** Identifiers of the mails that went out with it, oldest first. */
  readonly mails: readonly string[]
}

export interface OpenedMessage {
  readonly direction: 'in' | 'out'
  readonly sentAt: Date
  readonly body: Personal<string>
}

/** Whether letters are taken: the policy says what they are used for. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  return Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(category))
}

/** Event from which a conversation's time counts. */
export const lastMessage = 'last-message'

export const threadPurpose = 'contact.thread'

/** A link to the conversation. It works for as long as what is written now can be kept; what is deleted it doesn't find. */
export function threadLink(
  { policy, tokens, clock, publicUrl }: TicketOptions,
  { record_id, language }: Pick<Ticket, 'record_id' | 'language'>,
): string {
  const until = Object.values(policy.processings)
    .filter((one) => one.purpose === purpose && one.categories.includes(category))
    .map(({ retention }) => addDuration(clock.now(), retention.cap.atMost, policy.edition?.timeZone ?? 'Europe/Oslo'))
  const latest = new Date(Math.max(...until.map((date) => date.getTime())))
  const token = tokens.sign(threadPurpose, [record_id], latest)
  return new URL(`/contact/thread?t=${token}&lang=${language}`, publicUrl).href
}

/** Word to whoever answers that something waits: with the reference, and nothing of what it says. */
export async function noticeOf(
  { mailer, policy }: TicketOptions,
  ticket: Pick<Ticket, 'record_id' | 'number'>,
  occasion: string,
): Promise<PreparedMail | null> {
  const to = contactAddress(policy)
  if (to === null) return null
  return mailer.prepare({
    kind: 'contact.notice',
    record: ticket.record_id,
    occasion,
    to: new Personal(category, to),
    language: operatorLanguage(policy),
    values: { reference: ticket.number },
  })
}

/** Where whoever runs the installation reads mail; null where nobody is named. */
export function contactAddress({ controller }: Policy): string | null {
  return controller?.privacyContact ?? controller?.email ?? null
}

function operatorLanguage({ edition }: Policy): Language {
  return edition?.languages[0] ?? 'en'
}

/** A message, sealed, and its id. */
export async function sealMessage({ seals, clock }: TicketOptions, record: string, text: string) {
  const id = newId(clock.now())
  const sealer = await seals.forSealing([record], [category])
  return { id, body: sealer.seal({ table: 'ticket_message', column: 'body', record, category }, text) }
}

/** The whole conversation; null where nothing is left of it. @throws SealError */
export async function openThread({ database, seals }: TicketOptions, ticket: Ticket): Promise<Thread | null> {
  const store = ticketStore(database)
  const record = ticket.record_id
  const contact = await store.contactOf(record)
  const rows = await store.messagesOf(record)
  if (contact === undefined || contact.address === null) return null
  const opener = await seals.forOpening([record], [category])
  const openContact = (column: 'address' | 'name', value: NonNullable<Contact['address']>) =>
    opener.open({ table: 'ticket_contact', column, record, category }, value)
  const openMessage = ({ body, direction, sent_at }: Message): OpenedMessage[] => {
    if (body === null) return []
    const opened = opener.open({ table: 'ticket_message', column: 'body', record, category }, body)
    return [{ direction, sentAt: sent_at, body: opened }]
  }
  return {
    ticket,
    contact: {
      address: openContact('address', contact.address),
      name: contact.name === null ? null : openContact('name', contact.name),
    },
    messages: rows.flatMap(openMessage),
    mails: rows.flatMap(({ message_id }) => message_id ?? []),
  }
}
