import type { Language } from '@samtale/policy'
import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { newReference } from '../../platform/reference.ts'
import { ticketStore, type Ticket } from './store.ts'
import { category, recordKind } from './tables.ts'
import {
  lastMessage,
  noticeOf,
  openThread,
  sealMessage,
  threadLink,
  threadPurpose,
  type Thread,
  type TicketOptions,
} from './tickets.ts'

/** What the contact form gives. */
export interface NewTicket {
  readonly address: Personal<string>
  readonly name: Personal<string> | null
  readonly message: Personal<string>
  readonly language: Language
}

export type Writers = ReturnType<typeof createWriters>

/**
 * An address gets an automatic answer in one of these hours, and none in the next: whoever writes somebody else's address
 * into the form can't fill their mailbox.
 */
const hoursMs = 6 * 3_600_000

/** What people who write can do: begin, and, with the link that was sent to them, read, write more and delete. */
export function createWriters(options: TicketOptions) {
  const { database, records, clock, mailer } = options
  return {
    /** Keeps a message and tells both sides that it came. Gives the reference. */
    begin: (written: NewTicket): Promise<string> => begin(options, written),

    /** The conversation of a link; null where the link lapsed, is another's, or what it leads to was deleted. */
    read: async (token: string): Promise<Thread | null> => {
      const ticket = await ticketOf(options, token)
      return ticket === undefined ? null : openThread(options, ticket)
    },

    /** Adds a message. False where there is no such conversation any more. */
    add: async (token: string, message: Personal<string>): Promise<boolean> => {
      const ticket = await ticketOf(options, token)
      if (ticket === undefined) return false
      const record = ticket.record_id
      const { id, body } = await sealMessage(options, record, reveal(message))
      const notice = await noticeOf(options, ticket, id)
      const at = clock.now()
      return database.transaction(async (transaction) => {
        const store = ticketStore(transaction)
        if (!(await store.setState(record, 'open'))) return false
        await store.addMessage({ id, record_id: record, direction: 'in', body, sent_at: at, message_id: null })
        if (notice !== null) await mailer.queue(transaction, notice)
        await records.note(transaction, record, lastMessage, at)
        return true
      })
    },

    /** Erases the conversation; null where there is none any more. */
    erase: async (token: string): Promise<'erased' | 'kept' | null> => {
      const ticket = await ticketOf(options, token)
      return ticket === undefined ? null : records.erase(ticket.record_id, clock.now())
    },
  }
}

async function ticketOf({ database, tokens, clock }: TicketOptions, token: string): Promise<Ticket | undefined> {
  const [record, ...more] = tokens.read(threadPurpose, token, clock.now()) ?? []
  return record === undefined || more.length > 0 ? undefined : ticketStore(database).get(record)
}

async function begin(options: TicketOptions, { address, name, message, language }: NewTicket): Promise<string> {
  const { database, seals, records, clock, mailer } = options
  const at = clock.now()
  const record = newId(at)
  const ticket = { record_id: record, number: newReference(), state: 'open', language, created_at: at } as const
  const { id, body } = await sealMessage(options, record, reveal(message))
  const sealer = await seals.forSealing([record], [category])
  const seal = (column: 'address' | 'name', value: Personal<string>) =>
    sealer.seal({ table: 'ticket_contact', column, record, category }, reveal(value))
  const contact = {
    record_id: record,
    address: seal('address', address),
    address_index: seals.index(category, reveal(address)),
    name: name === null ? null : seal('name', name),
    answered_within: Math.floor(at.getTime() / hoursMs),
  }
  const received = await mailer.prepare({
    kind: 'contact.received',
    record,
    to: address,
    language,
    values: { reference: ticket.number, link: threadLink(options, ticket) },
  })
  const notice = await noticeOf(options, ticket, id)
  await database.transaction(async (transaction) => {
    const store = ticketStore(transaction)
    await records.open(transaction, { id: record, kind: recordKind, address, at })
    await store.add(ticket)
    const answers = await store.addContact(contact)
    const message_id = answers ? received.messageId : null
    await store.addMessage({ id, record_id: record, direction: 'in', body, sent_at: at, message_id })
    if (answers) await mailer.queue(transaction, received)
    if (notice !== null) await mailer.queue(transaction, notice)
    await records.note(transaction, record, lastMessage, at)
  })
  return ticket.number
}
