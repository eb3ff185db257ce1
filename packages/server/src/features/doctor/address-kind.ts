import { BlockList, isIP, isIPv6 } from 'node:net'

/** What a host is as seen from the internet. A name can't be known without asking the network, so it counts as public. */
export type AddressKind = 'loopback' | 'private' | 'public' | 'unreadable'

const loopback = blocks([
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['::', 127],
])

/** RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6, RFC 6598: not reachable from the internet. */
const internal = blocks([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
  ['fe80::', 10],
])

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z][a-z0-9-]{0,62}$/i
const localName = /(^|\.)(localhost)$/i
const internalName = /(\.(local|lan|home|internal|home\.arpa)|^[^.]+)$/i

/** @param host an IP address, in brackets or not, or a host name */
export function addressKind(host: string): AddressKind {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) !== 0) {
    const family = isIPv6(bare) ? 'ipv6' : 'ipv4'
    if (loopback.check(bare, family)) return 'loopback'
    return internal.check(bare, family) ? 'private' : 'public'
  }
  if (!hostName.test(bare)) return 'unreadable'
  if (localName.test(bare)) return 'loopback'
  return internalName.test(bare) ? 'private' : 'public'
}

function blocks(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of subnets) list.addSubnet(address, bits, isIPv6(address) ? 'ipv6' : 'ipv4')
  return list
}
