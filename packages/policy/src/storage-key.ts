import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

interface StorageEntry<Category extends string, Purpose extends string> {
  readonly holds: Category
  readonly purpose: Purpose
  /** What it remembers, and when it is written. */
  readonly description: Text
}

/**
 * Something kept in the browser: a cookie or an entry of its storage. “Persistent” is no lifetime, so a cookie has a
 * duration or ends with the session; browsers give the other storages no lifetime, so `until-cleared` says so.
 */
export type StorageKey<Category extends string = string, Purpose extends string = string> = StorageEntry<
  Category,
  Purpose
> &
  (
    | { readonly store: 'cookie'; readonly lifetime: Duration | 'session' }
    | { readonly store: 'session'; readonly lifetime: 'session' }
    | { readonly store: 'local' | 'indexeddb'; readonly lifetime: Duration | 'until-cleared' }
  )
