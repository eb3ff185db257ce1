import type { AddressSource } from '../../platform/mail/address-source.ts'
import { category, purpose, requestRecord, type RightsTables } from './tables.ts'

/** Who has asked for a right. */
export const rightsAddresses: AddressSource<RightsTables> = {
  kind: requestRecord,
  category,
  purpose,
  table: 'rights_request',
  page: (database, after, most) =>
    database
      .for(purpose)
      .selectFrom('rights_request')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '>', after)
      .orderBy('record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for(purpose)
      .selectFrom('rights_request')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '=', record)
      .executeTakeFirst(),
}
