import type { Language, RowBindings } from '@samtale/policy'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'

/** What letters hold, for the policy. */
export const category = 'correspondence'
/** What they are read and answered for. */
export const purpose = 'correspondence'
/** Kind of the records that hold them. */
export const recordKind = 'ticket'

export type TicketState = 'open' | 'answered' | 'closed'

/** Table `ticket`: a conversation that somebody began. */
export interface TicketRow {
  /** Of the record, which is the ticket's own. */
  record_id: string
  /** What people call it by; random, so that it tells nothing of other tickets. */
  number: string
  state: TicketState
  language: Language
  created_at: Date
}

/** Table `ticket_contact`: with whom. */
export interface TicketContactRow {
  record_id: string
  address: Sealed<typeof category> | null
  address_index: BlindIndex | null
  name: Sealed<typeof category> | null
  /** Which hours the automatic answer belongs to: an address gets one in them. Null where it got none. */
  answered_within: number | null
}

/** Table `ticket_message`: what was written, by them (`in`) and by us (`out`). */
export interface TicketMessageRow {
  id: string
  record_id: string
  direction: 'in' | 'out'
  body: Sealed<typeof category> | null
  sent_at: Date
  /** Identifier of the mail that went out with it or about it, which later mail follows (RFC 5322 §3.6.4). */
  message_id: string | null
}

export interface CorrespondenceTables {
  ticket: TicketRow
  ticket_contact: TicketContactRow
  ticket_message: TicketMessageRow
}

const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of them holds. */
export const ticketColumns = {
  ticket: {
    record_id: record,
    number: { nothingPersonal: 'random reference of the conversation' },
    state: { nothingPersonal: 'whether it waits for an answer' },
    language: { nothingPersonal: 'language that was chosen' },
    created_at: { nothingPersonal: 'when it began' },
  },
  ticket_contact: {
    record_id: record,
    address: {
      holds: category,
      store: 'sealed',
      title: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
    },
    address_index: {
      holds: category,
      store: 'index',
      title: {
        en: 'A number by which the address is found',
        nb: 'Et tall som adressen finnes ved',
        sv: 'Ett tal som adressen hittas med',
      },
    },
    name: { holds: category, store: 'sealed', title: { en: 'Name', nb: 'Navn', sv: 'Namn' } },
    answered_within: { nothingPersonal: 'which hours the automatic answer belongs to' },
  },
  ticket_message: {
    id: { nothingPersonal: 'random number of the message' },
    record_id: record,
    direction: { nothingPersonal: 'whether it came in or went out' },
    body: {
      holds: category,
      store: 'sealed',
      title: { en: 'What was written', nb: 'Det som ble skrevet', sv: 'Det som skrevs' },
    },
    sent_at: { nothingPersonal: 'when it was written' },
    message_id: { nothingPersonal: 'random identifier of the mail that went out' },
  },
} as const satisfies { [Table in keyof CorrespondenceTables]: RowBindings<CorrespondenceTables[Table]> }

/** The same as the database's rights have it. */
export const ticketTables = {
  ticket: { record: recordKind, columns: ticketColumns.ticket },
  ticket_contact: { record: recordKind, columns: ticketColumns.ticket_contact },
  ticket_message: { record: recordKind, columns: ticketColumns.ticket_message },
} as const
