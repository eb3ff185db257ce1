import type { AddressSource } from '../../platform/mail/address-source.ts'
import { accountCategory, accountRecord, purpose, type AccountTables } from './tables.ts'

/** Who has an account. */
export const accountAddresses: AddressSource<AccountTables> = {
  kind: accountRecord,
  category: accountCategory,
  purpose,
  table: 'account',
  page: (database, after, most) =>
    database
      .for(purpose)
      .selectFrom('account')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '>', after)
      .orderBy('record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for(purpose)
      .selectFrom('account')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '=', record)
      .executeTakeFirst(),
}
