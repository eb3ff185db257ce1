/**
 * Every entry of local storage that the web app may keep in a browser; there are no cookies. Each is written only when
 * the person makes the choice that it remembers. The policy declares each, and the compiler compares the two.
 */
export const storageKeys = ['samtale.language', 'samtale.theme'] as const

export type StorageKeyName = (typeof storageKeys)[number]

/** Databases (IndexedDB) that the web app may keep, likewise: keys of rooms where the guest chose to be known again. */
export const databaseNames = ['samtale.identities'] as const

export type DatabaseName = (typeof databaseNames)[number]
