/** Where a relay is reached, and how. */
export interface RelayAddress {
  readonly host: string
  readonly port: number
  readonly transport: 'udp' | 'tcp' | 'tls'
}

const shape = /^(turns?):(\[[0-9a-f:.]+\]|[a-z0-9.-]{1,253})(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i

/** A `turn:` or `turns:` address (RFC 7065 §3.1) read; null where it is none. TURN over DTLS is left out: no browser speaks it. */
export function relayAddress(url: string): RelayAddress | null {
  const [, scheme, bracketed, portText, asked] = shape.exec(url) ?? []
  if (scheme === undefined || bracketed === undefined) return null
  const isSecure = scheme.toLowerCase() === 'turns'
  const port = Number(portText ?? (isSecure ? 5_349 : 3_478))
  if (port < 1 || port > 65_535 || (isSecure && asked?.toLowerCase() === 'udp')) return null
  const transport = isSecure ? 'tls' : asked?.toLowerCase() === 'tcp' ? 'tcp' : 'udp'
  return { host: bracketed.replace(/^\[(.*)\]$/, '$1'), port, transport }
}
