import { addressKind } from '../address-kind.ts'
import { finding, type Finding } from '../finding.ts'

export interface AddressFacts {
  /** `SAMTALE_ANNOUNCED_ADDRESS`, or null. */
  announced: string | null
  publicUrl: URL
  /** The addresses of this machine's interfaces, loopback left out. */
  own: readonly string[]
}

/** Whether what the media router tells browsers leads them to it (ICE candidates, RFC 8445 §5.1.1). */
export function checkAnnouncedAddress({ announced, publicUrl, own }: AddressFacts): Finding {
  const isPublic = addressKind(publicUrl.hostname) === 'public'
  if (announced === null) return withoutAnnounced(isPublic, own)
  const kind = addressKind(announced)
  if (kind === 'unreadable') return finding('address.unreadable', `SAMTALE_ANNOUNCED_ADDRESS is "${announced}"`)
  if (kind === 'loopback') return finding('address.loopback', `${announced} is announced`)
  if (kind === 'private' && isPublic) {
    return finding('address.private', `${announced} is announced, and people open ${publicUrl.origin}`)
  }
  if (kind === 'private' && !own.includes(announced)) {
    return finding('address.elsewhere', `${announced} is announced; this machine has ${listed(own)}`)
  }
  return finding('address.ok', `${announced} is announced`)
}

function withoutAnnounced(isPublic: boolean, own: readonly string[]): Finding {
  const hasPublic = own.some((address) => addressKind(address) === 'public')
  if (isPublic && !hasPublic) return finding('address.missing', `This machine has ${listed(own)}, none of them public`)
  return finding('address.ok', `The machine’s own addresses are announced: ${listed(own)}`)
}

function listed(own: readonly string[]): string {
  return own.join(', ') || 'no address but loopback'
}
