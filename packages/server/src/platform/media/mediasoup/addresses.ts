import { createSocket } from 'node:dgram'
import { isIPv4, isIPv6 } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'
import type { types } from 'mediasoup'

/** More would only lengthen every connection's list of candidates: hosts of containers have dozens of bridges. */
const MOST_ADDRESSES = 16

/**
 * Addresses to listen on, best first: IPv4, then IPv6, then loopback (a browser on this machine may know no other).
 * No link-local ones: they mean nothing without an interface's name, which a candidate can't carry (RFC 8445 §5.1.1.1).
 */
export function listenAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const all = Object.values(interfaces).flatMap((list) => list ?? [])
  const inside = all.filter(({ internal }) => internal).map(({ address }) => address)
  const outside = all
    .filter(({ internal, address }) => !internal && !isLinkLocal(address))
    .map(({ address }) => address)
  const loopback = inside.filter((address) => /^127\.|^::1$/.test(address))
  const reachable = [...new Set([...outside.filter(isIPv4), ...outside.filter(isIPv6)])]
  return [...reachable.slice(0, MOST_ADDRESSES - 2), ...new Set(loopback)]
}

function isLinkLocal(address: string): boolean {
  return /^169\.254\.|^fe[89ab]/i.test(address)
}

/** Those that a socket can be bound to now; an IPv6 address that is still being checked for duplicates can't. */
export async function bindable(addresses: readonly string[]): Promise<string[]> {
  const fine = await Promise.all(addresses.map(canBind))
  return addresses.filter((_address, index) => fine[index])
}

function canBind(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    socket.once('error', () => {
      socket.close()
      resolve(false)
    })
    socket.bind({ address, port: 0, exclusive: true }, () => socket.close(() => resolve(true)))
  })
}

/**
 * One port, UDP and TCP, on every address. UDP first: earlier means preferred, and TCP delays what it must repeat.
 *
 * `announced` is how the internet reaches a server behind a NAT. It takes nothing away: one socket is announced by both
 * addresses, the others by their own, so people in the server's own network go on as before. One is enough, since all
 * have the same port and it matters not which of them the NAT forwards to. None, where the machine itself has the address.
 */
export function listenInfos(
  addresses: readonly string[],
  port: number,
  announced: string | null,
): types.TransportListenInfo[] {
  const carrier = announced === null || addresses.includes(announced) ? undefined : carrierOf(announced, addresses)
  return (['udp', 'tcp'] as const).flatMap((protocol) =>
    addresses.map((ip) => ({
      protocol,
      ip,
      port,
      ...(ip === carrier && announced !== null ? { announcedAddress: announced, exposeInternalIp: true } : {}),
    })),
  )
}

/** A host name counts as IPv4: NAT is rare elsewhere. */
function carrierOf(announced: string, addresses: readonly string[]): string | undefined {
  const outside = addresses.filter((address) => !/^127\.|^::1$/.test(address))
  return outside.find((address) => isIPv6(address) === isIPv6(announced)) ?? outside[0] ?? addresses[0]
}
