import type { Language } from '@samtale/policy'
import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import {
  purpose,
  type CorrespondenceTables,
  type TicketContactRow,
  type TicketRow,
  type TicketState,
} from './tables.ts'

export type Ticket = Selectable<TicketRow>
export type Contact = Pick<Selectable<TicketContactRow>, 'address' | 'name'>
export type Message = Selectable<CorrespondenceTables['ticket_message']>

/** Who wrote, with the hours of the moment. */
type NewContact = Insertable<TicketContactRow> & { address_index: BlindIndex; answered_within: number }

/** What of a conversation's contact is put right. */
interface ContactChange {
  readonly contact: Partial<Pick<TicketContactRow, 'address' | 'address_index' | 'name' | 'answered_within'>>
  readonly language?: Language
}

/** A conversation without what was said in it. */
export interface TicketSummary extends Ticket {
  readonly messages: number
  readonly last_at: Date
}

/** Conversations, for the purpose of answering them. */
export function ticketStore(database: Purposes<CorrespondenceTables>) {
  const db = database.for(purpose)
  const insertContact = (row: Insertable<TicketContactRow>) => db.insertInto('ticket_contact').values(row)
  return {
    add: async (ticket: Insertable<TicketRow>): Promise<void> => {
      await db.insertInto('ticket').values(ticket).execute()
    },

    /** Adds who wrote; tells whether the hours' automatic answer is theirs, which one ticket of an address gets. */
    addContact: async (row: NewContact): Promise<boolean> => {
      const before = await db
        .selectFrom('ticket_contact')
        .select('record_id')
        .where('address_index', '=', row.address_index)
        .where('answered_within', '>=', row.answered_within - 1)
        .executeTakeFirst()
      if (before === undefined) {
        const first = await insertContact(row)
          .onConflict((conflict) => conflict.columns(['address_index', 'answered_within']).doNothing())
          .executeTakeFirst()
        if (first.numInsertedOrUpdatedRows === 1n) return true
      }
      await insertContact({ ...row, answered_within: null }).execute()
      return false
    },

    addMessage: async (row: Insertable<Message>): Promise<void> => {
      await db.insertInto('ticket_message').values(row).execute()
    },

    /** False where the conversation is gone. */
    setState: async (record: string, state: TicketState): Promise<boolean> => {
      const updated = await db.updateTable('ticket').set({ state }).where('record_id', '=', record).executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },

    get: (record: string): Promise<Ticket | undefined> =>
      db.selectFrom('ticket').selectAll().where('record_id', '=', record).executeTakeFirst(),

    find: (number: string): Promise<Ticket | undefined> =>
      db.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst(),

    contactOf: (record: string): Promise<Contact | undefined> =>
      db.selectFrom('ticket_contact').select(['address', 'name']).where('record_id', '=', record).executeTakeFirst(),

    /** Oldest first. */
    messagesOf: (record: string): Promise<Message[]> =>
      db
        .selectFrom('ticket_message')
        .selectAll()
        .where('record_id', '=', record)
        .orderBy('sent_at')
        .orderBy('id')
        .execute(),
  }
}

/** Puts right with whom a conversation is; false where it is gone. */
export async function correctTicket(
  database: Purposes<CorrespondenceTables>,
  record: string,
  { contact, language }: ContactChange,
): Promise<boolean> {
  const db = database.for(purpose)
  if (Object.keys(contact).length > 0)
    await db.updateTable('ticket_contact').set(contact).where('record_id', '=', record).execute()
  if (language !== undefined) await db.updateTable('ticket').set({ language }).where('record_id', '=', record).execute()
  return (await ticketStore(database).get(record)) !== undefined
}

/** Conversations and what was written in them last, those written in last first. */
export async function ticketSummaries(
  database: Purposes<CorrespondenceTables>,
  state: TicketState | null,
  most: number,
): Promise<TicketSummary[]> {
  const db = database.for(purpose)
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('ticket_message', 'ticket_message.record_id', 'ticket.record_id')
    .selectAll('ticket')
    .select(({ fn }) => [fn.count('ticket_message.id').as('messages'), fn.max('sent_at').as('last_at')])
    .$if(state !== null, (query) => query.where('state', '=', state ?? 'open'))
    .groupBy('ticket.record_id')
    .orderBy('last_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, messages: Number(row.messages) }))
}
