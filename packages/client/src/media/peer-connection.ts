import type { IceConfiguration } from './ice-keeper.ts'
import { transformKind } from './support.ts'

/**
 * The settings of every peer connection, direct or to the router. Chromium lets no frame of such a connection pass
 * before `createEncodedStreams` was called. No server but our relays is asked for addresses.
 */
export function connectionSettings(ice: IceConfiguration): RTCConfiguration {
  const settings: RTCConfiguration = { ...ice, bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' }
  const encodedInsertableStreams = transformKind() === 'streams'
  return encodedInsertableStreams ? { ...settings, ...{ encodedInsertableStreams } } : { ...settings }
}

export function createPeerConnection(ice: IceConfiguration): RTCPeerConnection {
  return new RTCPeerConnection(connectionSettings(ice))
}
