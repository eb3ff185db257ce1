import { ipAddressText, networkOf, readIpAddress, type IpAddress } from './ip-address.ts'

/**
 * What a host is as seen from this machine:
 * - `loopback`: this machine and no other.
 * - `unspecified`: every address of this machine; whoever connects to it reaches this machine.
 * - `private`: known to the local network only, by a standard.
 * - `doubtful`: as a rule known to the local network only, and nothing promises it: shared address space (RFC 6598), and
 *   names by habit, such as `nas.lan`.
 * - `special`: no address of a host: multicast, documentation, reserved (RFC 6890).
 * - `public`: any other. A name can't be known without asking the network, so it counts as public.
 * - `unreadable`: neither an address nor a host name.
 */
export type AddressKind = 'loopback' | 'unspecified' | 'private' | 'doubtful' | 'special' | 'public' | 'unreadable'

/** The IANA special-purpose address registries, the narrower before the wider. */
const blocks: readonly (readonly [AddressKind, string])[] = [
  // RFC 1122 §3.2.1.3, RFC 4291 §2.5.
  ['unspecified', '0.0.0.0/8'],
  ['loopback', '127.0.0.0/8'],
  ['unspecified', '::/128'],
  ['loopback', '::1/128'],
  // RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6, RFC 3879.
  ['private', '10.0.0.0/8'],
  ['private', '172.16.0.0/12'],
  ['private', '192.168.0.0/16'],
  ['private', '169.254.0.0/16'],
  ['private', 'fc00::/7'],
  ['private', 'fe80::/10'],
  ['private', 'fec0::/10'],
  ['doubtful', '100.64.0.0/10'],
  ['special', '192.0.0.0/24'],
  ['special', '192.0.2.0/24'],
  ['special', '192.88.99.0/24'],
  ['special', '198.18.0.0/15'],
  ['special', '198.51.100.0/24'],
  ['special', '203.0.113.0/24'],
  ['special', '224.0.0.0/3'],
  ['special', '::/96'],
  ['special', '64:ff9b:1::/48'],
  ['special', '100::/64'],
  ['special', '2001::/23'],
  ['special', '2001:db8::/32'],
  ['special', '2002::/16'],
  ['special', '3fff::/20'],
  ['special', '5f00::/16'],
  ['special', 'ff00::/8'],
]

const networks = blocks.flatMap(([kind, block]) => {
  const [start = '', bits = ''] = block.split('/')
  const network = readIpAddress(start)
  return network === null ? [] : [{ kind, network, bits: Number(bits) }]
})

const hostName = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z][a-z0-9-]{0,62}$/

/** @param host an IP address, in brackets or not, or a host name */
export function addressKind(host: string): AddressKind {
  const name = host.toLowerCase().replace(/(?<=.)\.$/, '')
  const address = readIpAddress(name)
  if (address !== null) return kindOfAddress(address)
  if (!hostName.test(name)) return 'unreadable'
  // RFC 6761 §6.3; RFC 6762 §3, RFC 8375.
  if (/(^|\.)localhost$/.test(name)) return 'loopback'
  if (!name.includes('.') || /\.(local|home\.arpa)$/.test(name)) return 'private'
  return /\.(lan|home|internal|intranet|corp)$/.test(name) ? 'doubtful' : 'public'
}

function kindOfAddress(address: IpAddress): AddressKind {
  const block = networks.find(
    ({ network, bits }) =>
      network.family === address.family && ipAddressText(networkOf(address, bits)) === ipAddressText(network),
  )
  return block?.kind ?? 'public'
}
