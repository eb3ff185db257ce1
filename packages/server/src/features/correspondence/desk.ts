import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { correctContact, type ContactCorrection } from './correct.ts'
import { readReference } from '../../platform/reference.ts'
import { ticketStore, ticketSummaries, type Ticket, type TicketSummary } from './store.ts'
import { category, type TicketState } from './tables.ts'
import { contactAddress, lastMessage, openThread, threadLink, type Thread, type TicketOptions } from './tickets.ts'

export type Desk = ReturnType<typeof createDesk>

/** What whoever runs the installation can do with letters. */
export function createDesk(options: TicketOptions) {
  const { database } = options
  const find = async (reference: string): Promise<Ticket | null> => {
    const number = readReference(reference)
    return number === null ? null : ((await ticketStore(database).find(number)) ?? null)
  }
  const thread = async (reference: string): Promise<Thread | null> => {
    const ticket = await find(reference)
    return ticket === null ? null : openThread(options, ticket)
  }
  return {
    /** Conversations without what was said in them, latest first. */
    list: (state: TicketState | null, most: number): Promise<TicketSummary[]> => ticketSummaries(database, state, most),

    /** A conversation by its reference; null where there is none. */
    show: thread,

    /** Sends an answer, which also stands on the conversation's page. Gives its reference; null where there is none. */
    reply: async (reference: string, text: Personal<string>): Promise<string | null> => {
      const conversation = await thread(reference)
      return conversation === null ? null : reply(options, conversation, text)
    },

    /** Puts right with whom a conversation is (GDPR art. 16). False where it is gone or not in use. */
    correct: (record: string, correction: ContactCorrection): Promise<boolean> =>
      correctContact(options, record, correction),

    /** Marks a conversation as done, until somebody writes in it. Gives its reference; null where there is none. */
    close: async (reference: string): Promise<string | null> => {
      const ticket = await find(reference)
      if (ticket === null || !(await ticketStore(database).setState(ticket.record_id, 'closed'))) return null
      return ticket.number
    },
  }
}

async function reply(
  options: TicketOptions,
  { ticket, contact, mails }: Thread,
  text: Personal<string>,
): Promise<string | null> {
  const { database, seals, mailer, records, clock, policy } = options
  const { record_id: record, number, language } = ticket
  const at = clock.now()
  const id = newId(at)
  const replyTo = contactAddress(policy)
  const mail = await mailer.prepare({
    kind: 'contact.reply',
    record,
    occasion: id,
    to: contact.address,
    language,
    values: { reference: number, text, link: threadLink(options, ticket) },
    thread: mails.slice(-mostFollowed),
    ...(replyTo === null ? {} : { replyTo }),
  })
  const sealer = await seals.forSealing([record], [category])
  const body = sealer.seal({ table: 'ticket_message', column: 'body', record, category }, reveal(text))
  return database.transaction(async (transaction) => {
    const store = ticketStore(transaction)
    if (!(await store.setState(record, 'answered'))) return null
    await store.addMessage({ id, record_id: record, direction: 'out', body, sent_at: at, message_id: mail.messageId })
    await mailer.queue(transaction, mail)
    await records.note(transaction, record, lastMessage, at)
    return number
  })
}

/** Earlier mails that an answer names; RFC 5322 §3.6.4 lets a long list be cut. */
const mostFollowed = 20
