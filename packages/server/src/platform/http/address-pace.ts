import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { ipAddressText, networkOf, readIpAddress } from '../ip-address.ts'
import { createTokenBucket } from '../ws/token-bucket.ts'

/** Addresses that are remembered at a time; beyond that the one that was quiet longest is forgotten. */
const mostAddresses = 10_000

/**
 * How often forms may be sent from one network address, without holding addresses: the keys are HMACs under a key that
 * lives in this process. IPv6 counts by /64, the size that one customer is given (RFC 6177).
 */
export function createAddressPace(limit: { perSecond: number; burst: number }, clock: Clock) {
  const key = randomBytes(32)
  const buckets = new Map<string, ReturnType<typeof createTokenBucket>>()
  return {
    /** Takes a turn; false where the address has had its share for now. */
    take(address: string): boolean {
      const label = createHmac('sha256', key).update(network(address)).digest('base64url')
      const bucket = buckets.get(label) ?? createTokenBucket(limit, clock)
      buckets.delete(label)
      buckets.set(label, bucket)
      const [quietest] = buckets.keys()
      if (buckets.size > mostAddresses && quietest !== undefined) buckets.delete(quietest)
      return bucket.take()
    },
  }
}

export type AddressPace = ReturnType<typeof createAddressPace>

function network(address: string): string {
  const known = readIpAddress(address)
  if (known === null) return address
  return ipAddressText(known.family === 4 ? known : networkOf(known, 64))
}
