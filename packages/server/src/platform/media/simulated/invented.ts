import { randomBytes } from 'node:crypto'
import type { IceParameters, TransportParameters } from '@samtale/protocol'

/** Of the shape that mediasoup's WebRtcTransport has; nobody listens there. */
export function inventTransportParameters(): TransportParameters {
  const candidate = { ip: '127.0.0.1', address: '127.0.0.1', port: 40_000, type: 'host' } as const
  return {
    id: crypto.randomUUID(),
    iceParameters: inventIceParameters(),
    iceCandidates: [
      { ...candidate, foundation: 'udpcandidate', priority: 1_076_302_079, protocol: 'udp' },
      { ...candidate, foundation: 'tcpcandidate', priority: 1_076_276_479, protocol: 'tcp', tcpType: 'passive' },
    ],
    dtlsParameters: { role: 'auto', fingerprints: [{ algorithm: 'sha-256', value: inventFingerprint() }] },
  }
}

export function inventIceParameters(): IceParameters {
  return { usernameFragment: letters(32), password: letters(32), iceLite: true }
}

function letters(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length)
}

function inventFingerprint(): string {
  return (randomBytes(32).toString('hex').toUpperCase().match(/../g) ?? []).join(':')
}
