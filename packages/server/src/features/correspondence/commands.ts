import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import type { Desk } from './desk.ts'
import { category } from './tables.ts'
import type { OpenedMessage, Thread } from './tickets.ts'
import { faultOf, tidyMessage } from '../../platform/written.ts'

/** What the commands work with; null while the policy in force takes no letters. */
export interface TicketContext {
  readonly tickets: Desk | null
}

const List = z.object({
  state: z.enum(['open', 'answered', 'closed']).nullable().default(null),
  most: z.coerce.number().int().min(1).max(1_000).default(100),
})
const Named = z.object({ reference: z.string() })
const Reply = Named.extend({ text: z.string() })

/** `samtale tickets …`: what came by the contact form, and answers to it. */
export const ticketCommands = {
  'tickets.list': command({
    arguments: List,
    run: async ({ tickets }: TicketContext, { state, most }) => {
      const rows = await awake(tickets).list(state, most)
      const summaries = rows.map((row) => ({
        reference: row.number,
        state: row.state,
        language: row.language,
        messages: row.messages,
        began: row.created_at.toISOString(),
        last: row.last_at.toISOString(),
      }))
      return { facts: { tickets: summaries } }
    },
  }),
  'tickets.show': command({
    arguments: Named,
    run: async ({ tickets }: TicketContext, { reference }) => {
      return { facts: inFacts(await awake(tickets).show(reference)) }
    },
  }),
  'tickets.reply': command({
    arguments: Reply,
    run: async ({ tickets }: TicketContext, { reference, text }) => {
      const message = tidyMessage(text)
      const fault = faultOf(message)
      if (fault !== null) throw new CommandRefused(`ticket.text-${fault}`, faults[fault])
      return { facts: done(await awake(tickets).reply(reference, new Personal(category, message)), 'answered') }
    },
  }),
  'tickets.close': command({
    arguments: Named,
    run: async ({ tickets }: TicketContext, { reference }) => {
      return { facts: done(await awake(tickets).close(reference), 'closed') }
    },
  }),
} as const satisfies Commands<TicketContext>

const faults = {
  empty: 'The answer is empty.',
  'too-long': 'The answer is longer than 10,000 characters.',
  'card-number': 'The answer has a number in it that can be a payment card’s: leave it out.',
} as const

function awake(tickets: Desk | null): Desk {
  if (tickets === null) throw new CommandRefused('ticket.asleep', 'The policy in force takes no letters.')
  return tickets
}

function unknown(): CommandRefused {
  return new CommandRefused('ticket.unknown', 'There is no such conversation, or it was deleted.')
}

function done(reference: string | null, state: string): object {
  if (reference === null) throw unknown()
  return { reference, state }
}

// The one place where letters are read in plain: by whoever answers them.
function inFacts(thread: Thread | null): object {
  if (thread === null) throw unknown()
  const { ticket, contact, messages } = thread
  return {
    reference: ticket.number,
    state: ticket.state,
    language: ticket.language,
    began: ticket.created_at.toISOString(),
    address: reveal(contact.address),
    name: contact.name === null ? null : reveal(contact.name),
    messages: messages.map(messageFacts),
  }
}

function messageFacts({ direction, sentAt, body }: OpenedMessage): object {
  return { from: direction === 'in' ? 'them' : 'us', at: sentAt.toISOString(), text: reveal(body) }
}
