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

export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search)
}

/** Another view of the same page: Back leads to the one before, and the page stays where it is scrolled to. */
export function stepTo(address: string): void {
  history.pushState(null, '', address)
  tell()
}

/** Goes to another page of the app, as a link does. */
export function goTo(address: string): void {
  // What others were let into on this page stays behind: another page is another document.
  if (document.querySelector('[data-consent]') !== null) return location.assign(address)
  history.pushState(null, '', address)
  scrollTo(0, 0)
  tell()
}

/** Writes the same page's address another way; Back does not lead to the former spelling. */
export function respell(address: string): void {
  history.replaceState(null, '', address)
  tell()
}
