import type { AddressSource } from '../../platform/mail/address-source.ts'
import { category, purpose, recordKind, type CorrespondenceTables } from './tables.ts'

/** Who has written. */
export const correspondenceAddresses: AddressSource<CorrespondenceTables> = {
  kind: recordKind,
  category,
  purpose,
  table: 'ticket_contact',
  page: (database, after, most) =>
    database
      .for(purpose)
      .selectFrom('ticket_contact')
      .innerJoin('ticket', 'ticket.record_id', 'ticket_contact.record_id')
      .select(['ticket_contact.record_id', 'ticket_contact.address', 'ticket.language'])
      .where('ticket_contact.record_id', '>', after)
      .orderBy('ticket_contact.record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for(purpose)
      .selectFrom('ticket_contact')
      .innerJoin('ticket', 'ticket.record_id', 'ticket_contact.record_id')
      .select(['ticket_contact.record_id', 'ticket_contact.address', 'ticket.language'])
      .where('ticket_contact.record_id', '=', record)
      .executeTakeFirst(),
}
