import { parseScalabilityMode, type types } from 'mediasoup'

/*
 * What mediasoup's worker checks, beyond what the package checks before it asks the worker. All throw TypeError.
 */

/** Of a track, beside the tracks that its transport knows. Streams are told apart by SSRC, RID or MID (RFC 8843 §9.2). */
export function checkStreams(added: types.RtpParameters, known: readonly types.RtpParameters[]): void {
  const encodings = added.encodings ?? []
  const mid = added.mid ?? ''
  const nameless = encodings.filter(({ ssrc, rid }) => ssrc === undefined && rid === undefined)
  if (nameless.length > 0 && (encodings.length > 1 || mid === ''))
    throw new TypeError('a stream has no SSRC, RID or MID')

  const ssrcs = [...known, added].flatMap(ssrcsOf)
  if (new Set(ssrcs).size < ssrcs.length) throw new TypeError('an SSRC is in use')
  if (mid !== '' && known.some((other) => other.mid === mid)) throw new TypeError('the MID is in use')
  const rids = [...known, added].flatMap(ridsOf)
  if (mid === '' && new Set(rids).size < rids.length) throw new TypeError('a RID is in use, and there is no MID')
}

/** Of what a receiver would get of a track: codecs that it can't do are left out, which may leave the wrong one. */
export function checkReceived(received: types.RtpParameters, sent: types.RtpParameters): void {
  checkCodecs(received)
  const streams = sent.encodings?.length ?? 1
  if (streams > 1 && received.codecs[0]?.mimeType.toLowerCase() !== 'video/vp8')
    throw new TypeError('simulcast is for VP8')
}

/** Of a track. */
export function checkCodecs({ codecs, encodings = [] }: types.RtpParameters): void {
  const payloadTypes = codecs.map(({ payloadType }) => payloadType)
  if (new Set(payloadTypes).size < codecs.length) throw new TypeError('a payload type is used twice')
  const media = codecs.filter(({ mimeType }) => !/\/rtx$/i.test(mimeType))
  // mediasoup takes 0 for "not said".
  const chosen = encodings.map(({ codecPayloadType }) =>
    media.find(({ payloadType }) => payloadType === (codecPayloadType || media[0]?.payloadType)),
  )
  if (chosen.includes(undefined)) throw new TypeError('a stream has no codec')
  const layers = encodings.map(({ scalabilityMode }) => parseScalabilityMode(scalabilityMode))
  const codec = chosen[0]?.mimeType.toLowerCase() ?? ''
  if (encodings.length > 1 && (codec !== 'video/vp8' || layers.some(({ spatialLayers }) => spatialLayers > 1))) {
    throw new TypeError('simulcast is for VP8, without spatial layers')
  }
  if (
    codec.startsWith('audio/') &&
    layers.some(({ spatialLayers, temporalLayers }) => spatialLayers * temporalLayers > 1)
  ) {
    throw new TypeError('audio has no layers')
  }
}

/** Of a track: only header extensions that mediasoup knows. */
export function checkExtensions(
  { headerExtensions = [] }: types.RtpParameters,
  capabilities: types.RtpCapabilities,
): void {
  const known = new Set<string>(capabilities.headerExtensions?.map(({ uri }) => uri))
  if (!headerExtensions.every(({ uri }) => known.has(uri))) throw new TypeError('a header extension is not known')
}

function ssrcsOf({ encodings = [] }: types.RtpParameters): number[] {
  return encodings.flatMap(({ ssrc, rtx }) => [ssrc ?? 0, rtx?.ssrc ?? 0]).filter((ssrc) => ssrc !== 0)
}

function ridsOf({ encodings = [] }: types.RtpParameters): string[] {
  return encodings.flatMap(({ rid }) => (rid ? [rid] : []))
}
