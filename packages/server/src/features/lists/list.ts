import type { Purposes } from '../../platform/db/db.ts'
import { newsletterStore, waitingListStore, type ListStore } from './store.ts'
import type { ListTables } from './tables.ts'
import { newsletterWords, waitingListWords, type ListWords } from './words.ts'

/** A list that people put themselves on, and what is particular to it. */
export interface List {
  /** Its category, its consent, its purpose and the kind of its records have one name. */
  readonly key: 'newsletter' | 'waiting-list'
  readonly path: '/newsletter' | '/waiting-list'
  readonly table: 'newsletter_entry' | 'waiting_list_entry'
  readonly words: ListWords
  readonly asksCountry: boolean
  store(database: Purposes<ListTables>): ListStore
}

export const lists: readonly List[] = [
  {
    key: 'newsletter',
    path: '/newsletter',
    table: 'newsletter_entry',
    words: newsletterWords,
    asksCountry: false,
    store: (database) => newsletterStore(database.for('newsletter')),
  },
  {
    key: 'waiting-list',
    path: '/waiting-list',
    table: 'waiting_list_entry',
    words: waitingListWords,
    asksCountry: true,
    store: (database) => waitingListStore(database.for('waiting-list')),
  },
]
