import { allowedCookie } from './cookie-text.ts'
import { isDeclared, type DeclaredStorage } from './declared.ts'
import { lock, type Refused } from './guard-storage.ts'

/** Cookies that scripts write: `document.cookie` and the Cookie Store API. An undeclared one isn't set, silently as in browsers. */
export function guardCookies(declared: DeclaredStorage['cookie'], refused: Refused): void {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  if (cookie?.set === undefined) return
  const { set } = cookie
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    configurable: false,
    set(this: Document, text: unknown) {
      const allowed = allowedCookie(String(text), declared)
      if (allowed === null) refused('cookie')
      else set.call(this, allowed)
    },
  })
  // It takes what `document.cookie` takes, in another form; nothing of ours uses it.
  refuseMethod('CookieStore', 'set', () => refused('cookie'))
}

/** Databases by their names; caches, files and service workers are not declared at all. */
export function guardDatabases(declared: DeclaredStorage['indexeddb'], refused: Refused): void {
  const { open } = IDBFactory.prototype
  lock(IDBFactory.prototype, 'open', function (this: IDBFactory, given: unknown, version?: number) {
    const name = String(given)
    if (isDeclared(declared, name)) return open.call(this, name, version)
    refused('indexeddb')
    throw new DOMException('This database is not declared.', 'SecurityError')
  })
  refuseMethod('CacheStorage', 'open', () => refused('cache'))
  refuseMethod('StorageManager', 'getDirectory', () => refused('file'))
  refuseMethod('StorageBucketManager', 'open', () => refused('bucket'))
  refuseMethod('ServiceWorkerContainer', 'register', () => refused('service-worker'))
  refuseMethod('SharedStorage', 'set', () => refused('shared-storage'))
  refuseMethod('SharedStorage', 'append', () => refused('shared-storage'))
}

/** A method that gives a promise never does what it says, in browsers that have it. */
function refuseMethod(type: string, method: string, refused: () => void): void {
  const constructor: unknown = Reflect.get(window, type)
  if (typeof constructor !== 'function' || !(method in constructor.prototype)) return
  lock(constructor.prototype, method, () => {
    refused()
    return Promise.reject(new DOMException('This is not declared.', 'SecurityError'))
  })
}
