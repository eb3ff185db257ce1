import type { AddressSource } from '../../platform/mail/address-source.ts'
import type { ListTables } from './tables.ts'

/** Who is on the newsletter's list. */
export const newsletterAddresses: AddressSource<ListTables> = {
  kind: 'newsletter',
  category: 'newsletter',
  purpose: 'newsletter',
  table: 'newsletter_entry',
  page: (database, after, most) =>
    database
      .for('newsletter')
      .selectFrom('newsletter_entry')
      .select(['record_id', 'address', 'language'])
      .where('confirmed_at', 'is not', null)
      .where('record_id', '>', after)
      .orderBy('record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for('newsletter')
      .selectFrom('newsletter_entry')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '=', record)
      .executeTakeFirst(),
}

/** Who is on the waiting list. */
export const waitingListAddresses: AddressSource<ListTables> = {
  kind: 'waiting-list',
  category: 'waiting-list',
  purpose: 'waiting-list',
  table: 'waiting_list_entry',
  page: (database, after, most) =>
    database
      .for('waiting-list')
      .selectFrom('waiting_list_entry')
      .select(['record_id', 'address', 'language'])
      .where('confirmed_at', 'is not', null)
      .where('record_id', '>', after)
      .orderBy('record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for('waiting-list')
      .selectFrom('waiting_list_entry')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '=', record)
      .executeTakeFirst(),
}
