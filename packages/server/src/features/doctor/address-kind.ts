import { addressKind as kindOf } from '../../platform/address-kind.ts'

/** What a host is as seen from the internet. */
type AddressKind = 'loopback' | 'private' | 'public' | 'unreadable'

/**
 * What the operator should know of a host: one that is in doubt is taken for one that the internet doesn't reach, since
 * the advice is how to be reached.
 */
export function addressKind(host: string): AddressKind {
  const kind = kindOf(host)
  if (kind === 'unspecified') return 'loopback'
  if (kind === 'doubtful') return 'private'
  return kind === 'special' ? 'public' : kind
}
