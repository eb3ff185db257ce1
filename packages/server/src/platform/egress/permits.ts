import { AsyncLocalStorage } from 'node:async_hooks'

const permits = new AsyncLocalStorage<string>()

/** Runs something on behalf of a recipient: only in here may its hosts be connected to. */
export function onBehalfOf<T>(recipient: string, action: () => T): T {
  return permits.run(recipient, action)
}

/** On whose behalf something is running; null where on nobody's. */
export function recipientNow(): string | null {
  return permits.getStore() ?? null
}
