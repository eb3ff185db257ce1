import { networkInterfaces } from 'node:os'

/** This machine's addresses that another machine may reach, IPv4 first; no loopback, no link-local. */
export function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const reachable = all.filter(({ internal, address }) => !internal && !/^(fe80|169\.254)/i.test(address))
  return reachable.sort((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address)
}
