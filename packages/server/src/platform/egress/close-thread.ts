import { syncBuiltinESMExports } from 'node:module'
import { Destinations, type Destination } from './destinations.ts'
import { guardNames, type Refuse } from './guard-names.ts'
import { guardSockets, ownLookup } from './guard-sockets.ts'
import { EgressRefused, type Reason, type Way } from './egress-refused.ts'

/**
 * Closes this thread to the outside, for good: from here on it connects to nothing and looks up no name but what was
 * declared. Each thread has a `net` of its own, and is closed by itself.
 *
 * @param refused is told what was blocked; the host is told to nobody
 */
export function closeThread(
  configured: readonly Destination[],
  refused: (way: Way, reason: Reason) => void,
  lookup = ownLookup(),
): { destinations: Destinations; refuse: Refuse } {
  const refuse: Refuse = (way, reason) => {
    refused(way, reason)
    return new EgressRefused(reason)
  }
  const destinations = new Destinations()
  destinations.declare(configured)
  guardSockets(destinations, refuse, lookup)
  guardNames(destinations, refuse)
  // Without it, who imports `lookup` by its name would go on having the old one.
  syncBuiltinESMExports()
  return { destinations, refuse }
}
