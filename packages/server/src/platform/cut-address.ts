import { ipAddressText, networkOf, readIpAddress } from './ip-address.ts'

/**
 * A network address as far as it may be written down, cut before the first write:
 * - `none`: nothing.
 * - `country`: nothing either, since there is no table of countries here and no one is asked.
 * - `network`: IPv4 without its last 8 bits, IPv6 without its last 80, as in `192.0.2.0/24`. An IPv6 address that stands
 *   for an IPv4 one is cut as that one.
 * What is no address is nothing.
 */
export function cutAddress(address: string, form: 'none' | 'country' | 'network'): string | null {
  const known = readIpAddress(address)
  if (known === null || form !== 'network') return null
  const bits = known.family === 4 ? 24 : 48
  const network = networkOf(known, bits)
  return known.family === 4
    ? `${ipAddressText(network)}/${bits}`
    : `${ipAddressText({ family: 6, parts: network.parts.slice(0, 3) })}::/${bits}`
}
