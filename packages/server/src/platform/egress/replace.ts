export type Method = (...given: unknown[]) => unknown

/**
 * Puts a guard before a method of Node's, for good: nobody can put the original back. The guard is given the original,
 * bound to what it is called on.
 */
export function guardMethod(owner: object, name: string, guard: (original: Method, self: unknown) => Method): void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') return
  function guarded(this: unknown, ...given: unknown[]): unknown {
    return guard((...rest) => Reflect.apply(original as Method, this, rest), this)(...given)
  }
  // Among them is how `util.promisify` names the results.
  Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original))
  Object.defineProperty(owner, name, { value: guarded, writable: false, configurable: false })
}
