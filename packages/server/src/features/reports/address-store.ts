import type { AddressSource } from '../../platform/mail/address-source.ts'
import { category, purpose, reportRecord, type ReportTables } from './tables.ts'

/** Who reported and left an address. */
export const reportAddresses: AddressSource<ReportTables> = {
  kind: reportRecord,
  category,
  purpose,
  table: 'report',
  page: (database, after, most) =>
    database
      .for(purpose)
      .selectFrom('report')
      .select(['record_id', 'address', 'language'])
      .where('address', 'is not', null)
      .where('record_id', '>', after)
      .orderBy('record_id')
      .limit(most)
      .execute(),
  find: (database, record) =>
    database
      .for(purpose)
      .selectFrom('report')
      .select(['record_id', 'address', 'language'])
      .where('record_id', '=', record)
      .executeTakeFirst(),
}
