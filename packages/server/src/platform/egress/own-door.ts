import { Agent, fetch } from 'undici'
import type { RecipientDoor } from './recipients.ts'

const withinMs = 10_000

/**
 * The way out to what the configuration names on the operator's own machine or network, where nobody else gets anything. It
 * leads nowhere that isn't configured: sockets are guarded below it.
 */
export function ownDoor(): RecipientDoor {
  const dispatcher = new Agent({ headersTimeout: withinMs, bodyTimeout: withinMs, connect: { timeout: withinMs } })
  return {
    fetch: (address, { carries: _carries, ...init }) =>
      fetch(address, { ...init, dispatcher, credentials: 'omit', referrerPolicy: 'no-referrer' }),
  }
}
