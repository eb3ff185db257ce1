import { escapeHtml, type StorageKey } from '@samtale/policy'
import { declaredCookies } from '../../platform/http/cookies.ts'

/** Entries of browser storage that the policy declares, by name. */
export type Storage = Readonly<Record<string, StorageKey>>

const place = '<meta name="samtale-storage" content="" />'

/**
 * The page with what it may keep in the browser under the policy in force, for the storage border that is its first
 * script (`packages/web/src/browser/border`): entries that need a consent only where it was given; those without are
 * removed from the browser.
 * @throws TypeError where the page has no place for it
 */
export function withPageStorage(page: string, storage: Storage, consents: ReadonlySet<string>): string {
  if (!page.includes(place)) throw new TypeError('The web app was built without a place for the storage policy.')
  const isAllowed = (entry: StorageKey): boolean => entry.consent === undefined || consents.has(entry.consent)
  const allowed = Object.fromEntries(Object.entries(storage).filter(([, entry]) => isAllowed(entry)))
  const withdrawn = Object.fromEntries(Object.entries(storage).filter(([, entry]) => !isAllowed(entry)))
  const cookie = Object.fromEntries(
    declaredCookies(allowed).map(({ name, lifetimeSeconds }) => [
      name,
      lifetimeSeconds === 'session' ? null : lifetimeSeconds,
    ]),
  )
  const declared = { ...byStore(allowed), cookie, withdrawn: byStore(withdrawn) }
  return page.replace(place, () => place.replace('""', `"${escapeHtml(JSON.stringify(declared))}"`))
}

function byStore(storage: Storage): Record<StorageKey['store'], string[]> {
  const named = (store: StorageKey['store']): string[] =>
    Object.entries(storage).flatMap(([name, entry]) => (entry.store === store ? [name] : []))
  return { cookie: named('cookie'), local: named('local'), session: named('session'), indexeddb: named('indexeddb') }
}
