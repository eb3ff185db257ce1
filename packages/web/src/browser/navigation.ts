import { useSyncExternalStore } from 'react'

/** The address shown: an external store over the browser's own history, so that Back and Forward mean what they say. */
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('popstate', tell)
    addEventListener('hashchange', tell)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('popstate', tell)
    removeEventListener('hashchange', tell)
  }
}

export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}

/** Goes to another page of the app, as a link does. */
export function goTo(address: string): void {
  history.pushState(null, '', address)
  scrollTo(0, 0)
  tell()
}

/** Writes the same page's address another way; Back does not lead to the former spelling. */
export function respell(address: string): void {
  history.replaceState(null, '', address)
  tell()
}
