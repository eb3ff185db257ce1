import { isIPv4, isIPv6 } from 'node:net'

/** An address as numbers: four bytes, or eight groups of sixteen bits. */
export interface IpAddress {
  readonly family: 4 | 6
  readonly parts: readonly number[]
}

/**
 * Reads an IP address, in brackets or not, with a zone or not; null where it is none. An IPv6 address that stands for an
 * IPv4 one is read as that one: mapped (RFC 4291 §2.5.5.2) and NAT64 (RFC 6052 §2.1). Other notations of numbers that C
 * libraries take, such as `0x7f.1`, are none.
 */
export function readIpAddress(text: string): IpAddress | null {
  const plain = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (isIPv4(plain)) return { family: 4, parts: plain.split('.').map(Number) }
  if (!isIPv6(plain)) return null
  const parts = groupsOf(plain)
  const isMapped = startsWith(parts, [0, 0, 0, 0, 0, 0xffff]) || startsWith(parts, [0x64, 0xff9b, 0, 0, 0, 0])
  return isMapped ? { family: 4, parts: bytesOf(parts.slice(6)) } : { family: 6, parts }
}

/** The address in the shortest common notation of its family: equal texts are equal addresses. */
export function ipAddressText({ family, parts }: IpAddress): string {
  return family === 4 ? parts.join('.') : parts.map((part) => part.toString(16)).join(':')
}

/** The first `bits` of the address; the others nought. */
export function networkOf({ family, parts }: IpAddress, bits: number): IpAddress {
  const width = family === 4 ? 8 : 16
  const kept = parts.map((part, at) => {
    const own = Math.max(0, Math.min(width, bits - at * width))
    return part & ~((1 << (width - own)) - 1)
  })
  return { family, parts: kept }
}

function groupsOf(address: string): number[] {
  const text = address.replace(/\d+\.\d+\.\d+\.\d+$/, (ipv4) => {
    const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [head = '', tail] = text.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16))
}

function bytesOf(groups: readonly number[]): number[] {
  return groups.flatMap((group) => [group >> 8, group & 255])
}

function startsWith(parts: readonly number[], beginning: readonly number[]): boolean {
  return beginning.every((part, at) => parts[at] === part)
}
