/**
 * Everything that the web app keeps in the browser's storage. Each is written only when the person chooses something
 * that differs from what the browser says, and read nowhere else. Nothing is kept for a visit without such a choice.
 */
export const storageKeys = {
  'samtale.language': 'The language chosen, until another is chosen or the data of the browser is cleared.',
  'samtale.theme': 'Light or dark, where chosen, until another is chosen or the data of the browser is cleared.',
} as const

export type StorageKey = keyof typeof storageKeys

/** Null where nothing was kept, or the browser keeps nothing. */
export function recall(key: StorageKey): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: StorageKey, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}

export function forget(key: StorageKey): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
