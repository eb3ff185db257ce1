import { accountAddresses } from '../features/accounts/index.ts'
import { correspondenceAddresses } from '../features/correspondence/index.ts'
import { newsletterAddresses, waitingListAddresses } from '../features/lists/index.ts'
import { reportAddresses } from '../features/reports/index.ts'
import { rightsAddresses } from '../features/rights/index.ts'
import type { AddressSource } from '../platform/mail/address-source.ts'
import type { DatabaseTables } from './database.ts'

/** Every table that has addresses of people to write to. */
export const addressSources: readonly AddressSource<DatabaseTables>[] = [
  newsletterAddresses,
  waitingListAddresses,
  correspondenceAddresses,
  rightsAddresses,
  reportAddresses,
  accountAddresses,
]
