import { isDeclared, type DeclaredStorage } from './declared.ts'

/**
 * Removes what a consent carried that is no longer there. What only the server can remove (HttpOnly) it removes itself,
 * when the consent is withdrawn.
 */
export function removeWithdrawn({ cookie, local, session, indexeddb }: DeclaredStorage['withdrawn']): void {
  for (const pair of cookie.length > 0 ? document.cookie.split(';') : []) {
    const name = pair.split('=')[0]?.trim() ?? ''
    if (isDeclared(cookie, name)) removeCookie(name)
  }
  removeKeys('localStorage', local)
  removeKeys('sessionStorage', session)
  if (indexeddb.length > 0) void removeDatabases(indexeddb)
}

// A script may have set it for this host or for one above it.
function removeCookie(name: string): void {
  const labels = location.hostname.split('.')
  const domains = labels.map((_label, at) => `; Domain=${labels.slice(at).join('.')}`)
  for (const domain of ['', ...domains]) document.cookie = `${name}=; Path=/; Max-Age=0${domain}`
}

function removeKeys(property: 'localStorage' | 'sessionStorage', names: readonly string[]): void {
  if (names.length === 0) return
  try {
    const storage = window[property]
    for (const key of Object.keys(storage)) if (isDeclared(names, key)) storage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

async function removeDatabases(names: readonly string[]): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name !== undefined && isDeclared(names, name)) indexedDB.deleteDatabase(name)
  }
}
