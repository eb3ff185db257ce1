import type { LookupFunction } from 'node:net'
import { Agent, setGlobalDispatcher } from 'undici'
import type { ReportRefusal } from '../refusals.ts'
import { closeThread } from './close-thread.ts'
import type { Destination } from './destinations.ts'
import type { Reason, Way } from './egress-refused.ts'
import type { Refuse } from './guard-names.ts'
import { openRecipients, type Egress, type EgressPolicy } from './recipients.ts'

export interface EgressOptions {
  /** What the configuration names. */
  readonly configured: readonly Destination[]
  readonly refused: ReportRefusal
  /** Instead of the system's resolver; for tests. */
  readonly lookup?: LookupFunction
}

/**
 * Closes the server to the outside, for good: from here on it connects to nothing and looks up no name but what the
 * configuration names, and the recipients of the policy, once they are opened. A blocked attempt fails with
 * `egress.undeclared`, is counted and told in the log by its way and place, never by the host.
 *
 * What this does not close: other programs that the server starts (the media workers, which are made to send media), and
 * native code. The operator's firewall does; docs/adr/0018 has the lines.
 */
export function closeEgress({ configured, refused, lookup }: EgressOptions): {
  openRecipients(policy: EgressPolicy): Egress
} {
  const report = (way: Way, reason: Reason) => refused('egress.refused', { way, reason })
  const { destinations, refuse } = closeThread(configured, report, lookup)
  closeFetch(refuse)
  return { openRecipients: (policy) => openRecipients(policy, destinations, refuse) }
}

/** The `fetch` of Node and of every library that shares its dispatcher; recipients have dispatchers of their own. */
function closeFetch(refuse: Refuse): void {
  setGlobalDispatcher(new Agent({ connect: (_options, done) => done(refuse('fetch', 'destination'), null) }))
  const key = Symbol.for('undici.globalDispatcher.1')
  Object.defineProperty(globalThis, key, { value: Reflect.get(globalThis, key), writable: false })
}
