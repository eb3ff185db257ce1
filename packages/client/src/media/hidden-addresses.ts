import type { LinkSignal } from './link-generation.ts'

/**
 * What of a signal may pass between two browsers where addresses are hidden (rule I3): candidates of relays only, and no
 * word of the address behind them. Asked of what is sent and of what is received. Null: nothing of it.
 */
export function withoutAddresses(signal: LinkSignal): LinkSignal | null {
  if (signal.kind === 'description') {
    const sdp = withoutAddressesInSdp(signal.description.sdp)
    return { ...signal, description: { ...signal.description, sdp } }
  }
  const candidate = relayedOnly(signal.candidate.candidate)
  return candidate === null ? null : { ...signal, candidate: { ...signal.candidate, candidate } }
}

/**
 * A candidate attribute (RFC 8839 §5.1) of a relay, with its related address blanked as §5.1 has it where that is private;
 * null for any other.
 */
function relayedOnly(text: string): string | null {
  const type = /^(?:a=)?candidate:\S+ \d+ \S+ \d+ \S+ \d+ typ (\S+)/i.exec(text)?.[1]
  if (type?.toLowerCase() !== 'relay') return null
  return text.replace(/ raddr \S+/gi, ' raddr 0.0.0.0').replace(/ rport \S+/gi, ' rport 9')
}

/** The address in `o=` says nothing in browsers (RFC 9429 §5.2.1); others may lie, so all are blanked. */
function withoutAddressesInSdp(sdp: string): string {
  return sdp
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      if (/^a=candidate:/i.test(line)) return relayedOnly(line) ?? []
      if (/^a=(?:remote-candidates|alt):/i.test(line)) return []
      if (line.startsWith('c=')) return 'c=IN IP4 0.0.0.0'
      if (/^a=rtcp:/i.test(line)) return 'a=rtcp:9 IN IP4 0.0.0.0'
      return line.replace(/^(o=.* )IN IP[46] \S+$/, '$1IN IP4 0.0.0.0')
    })
    .join('\r\n')
}
