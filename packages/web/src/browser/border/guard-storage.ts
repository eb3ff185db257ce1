import { isDeclared } from './declared.ts'

/** Calls back with what kept something back; the value is never looked at. */
export type Refused = (store: string) => void

/**
 * Puts a guard before `localStorage` and `sessionStorage`, for `setItem` and for writing a property alike. An undeclared
 * key is refused with the exception of a full storage, which whoever writes there has to reckon with (WHATWG HTML §12.2).
 */
export function guardStorages(
  declared: { readonly local: readonly string[]; readonly session: readonly string[] },
  refused: Refused,
): void {
  const real = new WeakMap<object, Storage>()
  const names = new WeakMap<Storage, readonly string[]>()
  const set = Storage.prototype.setItem
  const write = (storage: Storage, key: string, value: string): void => {
    if (isDeclared(names.get(storage) ?? [], key)) return set.call(storage, key, value)
    refused('storage')
    throw new DOMException('This key is not declared.', 'QuotaExceededError')
  }
  for (const [property, keys] of [
    ['localStorage', declared.local],
    ['sessionStorage', declared.session],
  ] as const) {
    const storage = openedStorage(property)
    if (storage === null) continue
    const guarded = new Proxy(storage, {
      get: (target, key): unknown => Reflect.get(target, key, target),
      set: (target, key, value) => {
        write(target, String(key), String(value))
        return true
      },
      defineProperty: (target, key, descriptor) => {
        write(target, String(key), String(descriptor.value))
        return true
      },
    })
    real.set(guarded, storage)
    names.set(storage, keys)
    Object.defineProperty(window, property, { value: guarded, configurable: false, writable: false, enumerable: true })
  }
  unwrapMethods(real, write)
}

/** Null where the browser refuses any (cookies blocked). */
function openedStorage(property: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[property]
  } catch {
    return null
  }
}

/** Makes the methods of all storages work on the guarded ones, which are no storages of the browser's own. */
function unwrapMethods(
  real: WeakMap<object, Storage>,
  write: (storage: Storage, key: string, value: string) => void,
): void {
  for (const name of ['getItem', 'removeItem', 'clear', 'key'] as const) {
    const method: (this: Storage, ...given: never[]) => unknown = Storage.prototype[name]
    lock(Storage.prototype, name, function (this: Storage, ...given: never[]) {
      return method.apply(real.get(this) ?? this, given)
    })
  }
  lock(Storage.prototype, 'setItem', function (this: Storage, key: unknown, value: unknown) {
    write(real.get(this) ?? this, String(key), String(value))
  })
}

/** Replaces a property for good. */
export function lock(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: false, writable: false })
}
