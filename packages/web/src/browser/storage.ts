import type { StorageKeyName } from '@samtale/protocol'

// The only way to the browser's storage. What may be kept stands in the protocol, and the policy declares it.

/** Null where nothing was kept, or the browser keeps nothing. */
export function recall(key: StorageKeyName): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: StorageKeyName, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}

export function forget(key: StorageKeyName): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
