/** Runs actions one after another, in the order asked. A failed one doesn't stop the next. */
export function createSerial(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (action) => {
    const next = last.then(action, action)
    last = next.catch(() => {})
    return next
  }
}
