import { createHmac, randomBytes } from 'node:crypto'
import { ipAddressText, networkOf, readIpAddress } from '../ip-address.ts'

/**
 * Counts things per network address without holding addresses: the keys are HMACs under a key that lives in this
 * process. IPv6 counts by /64, the size that one customer is given (RFC 6177).
 */
export function createAddressLimit(most: number) {
  const key = randomBytes(32)
  const counts = new Map<string, number>()
  const labelOf = (address: string) => createHmac('sha256', key).update(networkLabel(address)).digest('base64url')
  return {
    /** Takes one place; returns how to give it back (once), or null where all are taken. */
    take(address: string): (() => void) | null {
      const label = labelOf(address)
      const count = counts.get(label) ?? 0
      if (count >= most) return null
      counts.set(label, count + 1)
      let given = false
      return () => {
        if (given) return
        given = true
        const left = (counts.get(label) ?? 1) - 1
        if (left === 0) counts.delete(label)
        else counts.set(label, left)
      }
    },
    /** How many addresses are counted at present. */
    size: () => counts.size,
  }
}

export type AddressLimit = ReturnType<typeof createAddressLimit>

/** What is counted for an address: itself, or the /64 of IPv6. */
export function networkLabel(address: string): string {
  const known = readIpAddress(address)
  if (known === null) return address
  return ipAddressText(known.family === 4 ? known : networkOf(known, 64))
}
