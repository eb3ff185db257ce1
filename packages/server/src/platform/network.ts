import { networkInterfaces } from 'node:os'

/** This machine's addresses that another machine may reach, IPv4 first; no loopback, no link-local. */
export function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const reachable = all.filter(({ internal, address }) => !internal && !/^(fe80|169\.254)/i.test(address))
  return reachable.sort((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address)
}

/** Whether a URL's host is this machine and no other (RFC 6761 §6.3, RFC 5735). */
export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || host.startsWith('127.')
  )
}
