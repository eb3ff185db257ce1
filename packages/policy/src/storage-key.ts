import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

export const storageClasses = ['essential', 'functional', 'statistical', 'social', 'marketing'] as const
export type StorageClass = (typeof storageClasses)[number]

interface StorageEntry<Category extends string, Purpose extends string> {
  readonly holds: Category
  readonly purpose: Purpose
  /** What it remembers, and when it is written. */
  readonly description: Text
  /** Essential, where it isn't said: needed for what the person asked for (ePrivacy art. 5(3), ekomloven § 3-15). */
  readonly class?: StorageClass | undefined
  /** Asked before it is written; all but the essential and the functional need one. */
  readonly consent?: string | undefined
  /** Who sets or reads it, where that isn't this installation. */
  readonly party?: string | undefined
  /** Whether its value tells this browser from all others. */
  readonly uniqueId?: boolean | undefined
}

/**
 * Something kept in the browser: a cookie or an entry of its storage. A `*` in its name stands for a part that varies.
 * “Persistent” is no lifetime, so a cookie has a duration or ends with the session; browsers give the other storages no
 * lifetime, so `until-cleared` says so.
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
