import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@samtale/protocol'
import type { types } from 'mediasoup'

/*
 * The same things in the protocol's types and in mediasoup's. They differ in how they say "absent" and in whether URIs of
 * header extensions are any text or a list of known ones. Neither side trusts them: the protocol checks what comes over
 * the wire, mediasoup checks what it is given.
 */

const MOST_BITS_PER_SECOND = 1_000_000_000

/**
 * What a sender says of its track, for mediasoup. `maxBitrate` becomes a whole number: mediasoup writes it as a BigInt,
 * and a fraction there would throw and make the whole worker unusable (see `WorkerGuard`).
 */
export function takeParameters(parameters: RtpParameters): types.RtpParameters {
  const encodings = (parameters.encodings ?? []).map(({ maxBitrate, ...encoding }) =>
    maxBitrate === undefined ? encoding : { ...encoding, maxBitrate: wholeBitrate(maxBitrate) },
  )
  return structuredClone({ ...parameters, encodings }) as types.RtpParameters
}

function wholeBitrate(bitsPerSecond: number): number {
  return Math.round(Math.min(Math.max(bitsPerSecond, 0), MOST_BITS_PER_SECOND))
}

export function takeCapabilities(capabilities: RtpCapabilities): types.RtpCapabilities {
  return structuredClone(capabilities) as types.RtpCapabilities
}

export function takeDtlsParameters(parameters: DtlsParameters): types.DtlsParameters {
  return parameters as types.DtlsParameters
}

export function giveParameters(parameters: types.RtpParameters): RtpParameters {
  return parameters as RtpParameters
}

export function giveCapabilities(capabilities: types.RtpCapabilities): RtpCapabilities {
  return capabilities as RtpCapabilities
}
