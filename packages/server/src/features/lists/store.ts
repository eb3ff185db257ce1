import type { Db } from '../../platform/db/db.ts'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'
import type { ListTables } from './tables.ts'

/** An entry of a list, as all lists have it. */
export interface Entry {
  readonly record_id: string
  readonly address: Sealed | null
  readonly language: string
  readonly confirmed_at: Date | null
  readonly consent_id: string | null
}

/** A new entry; what a list doesn't have is null. */
export interface NewEntry {
  readonly record: string
  readonly address: Sealed
  readonly index: BlindIndex
  readonly name: Sealed | null
  readonly country: string | null
  readonly language: string
  readonly now: Date
}

export interface ListStore {
  find(index: BlindIndex): Promise<Entry | undefined>
  get(record: string): Promise<Entry | undefined>
  add(entry: NewEntry): Promise<void>
  /** Confirmed, with the record of the yes. */
  confirm(record: string, consent: string, now: Date): Promise<void>
  /** Puts right what is known of who is on it; false where there is no such entry in use. */
  correct(record: string, change: EntryChange): Promise<boolean>
  /** Confirmed entries, oldest first, beyond the one named. */
  page(after: string | null, country: string | null, most: number): Promise<Entry[]>
}

/** What of an entry is put right; a name only where the list has one. */
export interface EntryChange {
  readonly address?: Sealed
  readonly address_index?: BlindIndex
  readonly name?: Sealed
  readonly language?: string
}

const columns = ['record_id', 'address', 'language', 'confirmed_at', 'consent_id'] as const

export function newsletterStore(db: Db<Pick<ListTables, 'newsletter_entry'>>): ListStore {
  return {
    find: (index) =>
      db.selectFrom('newsletter_entry').select(columns).where('address_index', '=', index).executeTakeFirst(),
    get: (record) =>
      db.selectFrom('newsletter_entry').select(columns).where('record_id', '=', record).executeTakeFirst(),
    add: async ({ record, address, index, name, language, now }) => {
      await db
        .insertInto('newsletter_entry')
        .values({
          record_id: record,
          address,
          address_index: index,
          name,
          language,
          asked_at: now,
          confirmed_at: null,
          consent_id: null,
        })
        .execute()
    },
    confirm: async (record, consent, now) => {
      await db
        .updateTable('newsletter_entry')
        .set({ confirmed_at: now, consent_id: consent })
        .where('record_id', '=', record)
        .execute()
    },
    correct: async (record, change) => {
      const updated = await db
        .updateTable('newsletter_entry')
        .set(change)
        .where('record_id', '=', record)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
    page: (after, _country, most) =>
      db
        .selectFrom('newsletter_entry')
        .select(columns)
        .where('confirmed_at', 'is not', null)
        .$if(after !== null, (query) => query.where('record_id', '>', after ?? ''))
        .orderBy('record_id')
        .limit(most)
        .execute(),
  }
}

export function waitingListStore(db: Db<Pick<ListTables, 'waiting_list_entry'>>): ListStore {
  return {
    find: (index) =>
      db.selectFrom('waiting_list_entry').select(columns).where('address_index', '=', index).executeTakeFirst(),
    get: (record) =>
      db.selectFrom('waiting_list_entry').select(columns).where('record_id', '=', record).executeTakeFirst(),
    add: async ({ record, address, index, country, language, now }) => {
      await db
        .insertInto('waiting_list_entry')
        .values({
          record_id: record,
          address,
          address_index: index,
          country,
          language,
          asked_at: now,
          confirmed_at: null,
          consent_id: null,
        })
        .execute()
    },
    confirm: async (record, consent, now) => {
      await db
        .updateTable('waiting_list_entry')
        .set({ confirmed_at: now, consent_id: consent })
        .where('record_id', '=', record)
        .execute()
    },
    correct: async (record, { name: _name, ...change }) => {
      if (Object.keys(change).length === 0) return false
      const updated = await db
        .updateTable('waiting_list_entry')
        .set(change)
        .where('record_id', '=', record)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
    page: (after, country, most) =>
      db
        .selectFrom('waiting_list_entry')
        .select(columns)
        .where('confirmed_at', 'is not', null)
        .$if(after !== null, (query) => query.where('record_id', '>', after ?? ''))
        .$if(country !== null, (query) => query.where('country', '=', country))
        .orderBy('record_id')
        .limit(most)
        .execute(),
  }
}
