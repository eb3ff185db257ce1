import { languages, type Policy } from '@samtale/policy'
import type { AddressBook, Reachable } from '../features/privacy/index.ts'
import type { Database } from '../platform/db/database.ts'
import { SealError } from '../platform/seals/seal-error.ts'
import type { Sealed } from '../platform/seals/sealed.ts'
import type { Seals } from '../platform/seals/seals.ts'
import type { DatabaseTables } from './database.ts'

const pageSize = 100

interface Entry {
  readonly record_id: string
  readonly address: Sealed | null
  readonly language: string
}

interface Source {
  readonly category: string
  readonly purpose: string
  readonly table: string
  /** Entries beyond the one named, by id. */
  page(database: Database<DatabaseTables>, after: string): Promise<Entry[]>
}

/** Every table that has addresses of people. What each is read for is what its feature reads it for. */
const sources: readonly Source[] = [
  {
    category: 'newsletter',
    purpose: 'newsletter',
    table: 'newsletter_entry',
    page: (database, after) =>
      database
        .for('newsletter')
        .selectFrom('newsletter_entry')
        .select(['record_id', 'address', 'language'])
        .where('confirmed_at', 'is not', null)
        .where('record_id', '>', after)
        .orderBy('record_id')
        .limit(pageSize)
        .execute(),
  },
  {
    category: 'waiting-list',
    purpose: 'waiting-list',
    table: 'waiting_list_entry',
    page: (database, after) =>
      database
        .for('waiting-list')
        .selectFrom('waiting_list_entry')
        .select(['record_id', 'address', 'language'])
        .where('confirmed_at', 'is not', null)
        .where('record_id', '>', after)
        .orderBy('record_id')
        .limit(pageSize)
        .execute(),
  },
  {
    category: 'correspondence',
    purpose: 'correspondence',
    table: 'ticket_contact',
    page: (database, after) =>
      database
        .for('correspondence')
        .selectFrom('ticket_contact')
        .innerJoin('ticket', 'ticket.record_id', 'ticket_contact.record_id')
        .select(['ticket_contact.record_id', 'ticket_contact.address', 'ticket.language'])
        .where('ticket_contact.record_id', '>', after)
        .orderBy('ticket_contact.record_id')
        .limit(pageSize)
        .execute(),
  },
  {
    category: 'rights-request',
    purpose: 'rights',
    table: 'rights_request',
    page: (database, after) =>
      database
        .for('rights')
        .selectFrom('rights_request')
        .select(['record_id', 'address', 'language'])
        .where('record_id', '>', after)
        .orderBy('record_id')
        .limit(pageSize)
        .execute(),
  },
]

/** Where people are found who are told of a change: the tables of the features that the policy in force has. */
export function addressBooks(
  database: Database<DatabaseTables>,
  seals: Pick<Seals, 'open'>,
  { processings }: Pick<Policy, 'processings'>,
): AddressBook[] {
  const isAwake = ({ category, purpose }: Source) =>
    Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(category))
  return sources.filter(isAwake).map((source) => ({
    category: source.category,
    pages: async function* () {
      for (let after = ''; ;) {
        const entries = await source.page(database, after)
        if (entries.length > 0) yield await Promise.all(entries.map((entry) => opened(seals, source, entry)))
        if (entries.length < pageSize) return
        after = entries.at(-1)?.record_id ?? after
      }
    },
  }))
}

async function opened(seals: Pick<Seals, 'open'>, { table, category }: Source, entry: Entry): Promise<Reachable> {
  const { record_id: record, address, language: code } = entry
  const language = languages.find((one) => one === code) ?? 'en'
  if (address === null) return { record, address: null, language }
  try {
    return { record, address: await seals.open({ table, column: 'address', record, category }, address), language }
  } catch (error) {
    if (error instanceof SealError) return { record, address: null, language }
    throw error
  }
}
