import { languages, type Policy } from '@samtale/policy'
import type { AddressBook, Reachable } from '../features/privacy/index.ts'
import type { Database } from '../platform/db/database.ts'
import type { AddressEntry, AddressSource } from '../platform/mail/address-source.ts'
import { SealError } from '../platform/seals/seal-error.ts'
import type { Seals } from '../platform/seals/seals.ts'
import { addressSources } from './address-sources.ts'
import type { DatabaseTables } from './database.ts'

const pageSize = 100

/** Where people are found who are told of a change: the tables of the features that the policy in force has. */
export function addressBooks(
  database: Database<DatabaseTables>,
  seals: Pick<Seals, 'open'>,
  { processings }: Pick<Policy, 'processings'>,
): AddressBook[] {
  const isAwake = ({ category, purpose }: AddressSource<DatabaseTables>) =>
    Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(category))
  return addressSources.filter(isAwake).map((source) => ({
    category: source.category,
    pages: async function* () {
      for (let after = ''; ;) {
        const entries = await source.page(database, after, pageSize)
        if (entries.length > 0) yield await Promise.all(entries.map((entry) => opened(seals, source, entry)))
        if (entries.length < pageSize) return
        after = entries.at(-1)?.record_id ?? after
      }
    },
  }))
}

async function opened(
  seals: Pick<Seals, 'open'>,
  { table, category }: Pick<AddressSource<DatabaseTables>, 'table' | 'category'>,
  { record_id: record, address, language: code }: AddressEntry,
): Promise<Reachable> {
  const language = languages.find((one) => one === code) ?? 'en'
  if (address === null) return { record, address: null, language }
  try {
    return { record, address: await seals.open({ table, column: 'address', record, category }, address), language }
  } catch (error) {
    if (error instanceof SealError) return { record, address: null, language }
    throw error
  }
}
