import { transformKind } from './support.ts'

/**
 * The settings of every peer connection, direct or to the router. Chromium lets no frame of such a connection pass
 * before `createEncodedStreams` was called. No server is asked for addresses.
 */
export function connectionSettings(): RTCConfiguration {
  const settings: RTCConfiguration = { iceServers: [], bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' }
  const encodedInsertableStreams = transformKind() === 'streams'
  return encodedInsertableStreams ? { ...settings, ...{ encodedInsertableStreams } } : { ...settings }
}

export function createPeerConnection(): RTCPeerConnection {
  return new RTCPeerConnection(connectionSettings())
}
