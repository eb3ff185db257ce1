import type { Processing, Recipient } from '@samtale/policy'
import { addressKind } from '../platform/address-kind.ts'
import type { ConfiguredRelay } from '../platform/config/relay-settings.ts'
import { relayAddress } from '../platform/relay/relay-address.ts'
import { StartupError } from '../platform/startup-error.ts'

/** Whom a policy names, and what they get. */
interface Named {
  readonly recipients: Readonly<Record<string, Pick<Recipient, 'hosts'>>>
  readonly processings: Readonly<Record<string, Pick<Processing, 'categories' | 'recipients'>>>
}

/** What a relay learns of who uses it. */
const addressCategory = 'network.address'

/**
 * Refuses to send people's media by somebody whom the policy doesn't name: who runs a relay sees the network addresses of
 * whoever uses it, and when and how much they send (GDPR art. 4(9), 28). One on the host that people open, on this machine
 * or in the operator's own network is the operator's.
 * @throws StartupError `relay.undeclared`
 */
export function assertRelayDeclared(
  relay: ConfiguredRelay | null,
  publicUrl: URL,
  { recipients, processings }: Named,
): void {
  if (relay === null || relay.runByUs) return
  const named = Object.values(processings)
    .filter(({ categories }) => categories.includes(addressCategory))
    .flatMap((processing) => (processing.recipients === 'nobody' ? [] : processing.recipients))
    .flatMap((key) => recipients[key]?.hosts ?? [])
    .map((host) => host.toLowerCase())
  for (const url of relay.urls) {
    const host = relayAddress(url)?.host.toLowerCase() ?? ''
    const isOurs = host === publicUrl.hostname || ['loopback', 'private'].includes(addressKind(host))
    if (isOurs || named.includes(host)) continue
    throw new StartupError('relay.undeclared', `The policy names nobody who runs ${host} and gets network addresses.`)
  }
}
