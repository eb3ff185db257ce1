import type { Clock } from '../../../platform/clock.ts'
import { relayAddress } from '../../../platform/relay/relay-address.ts'
import { createRelay, type RelaySettings } from '../../../platform/relay/relay.ts'
import type { RelayFacts } from '../checks/check-relay.ts'
import { askRelay } from './turn/ask-relay.ts'

/** Asks each of the relays for an address, as browsers do. Null where none is configured. */
export async function gatherRelay(
  settings: RelaySettings | null,
  clock: Pick<Clock, 'now'>,
): Promise<RelayFacts | null> {
  if (settings === null) return null
  const [login] = createRelay(settings, clock).give().iceServers
  if (login === undefined) return null
  const ways = settings.urls.flatMap((url) => {
    const address = relayAddress(url)
    return address === null ? [] : [{ url, address }]
  })
  return {
    ways: await Promise.all(
      ways.map(async ({ url, address }) => ({
        url,
        transport: address.transport,
        reply: await askRelay(address, login),
      })),
    ),
  }
}
