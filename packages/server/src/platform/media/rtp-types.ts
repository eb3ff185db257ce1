import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@samtale/protocol'
import type { types } from 'mediasoup'

/*
 * The same things in the protocol's types and in mediasoup's. They differ in how they say "absent" and in whether URIs of
 * header extensions are any text or a list of known ones. Neither side trusts them: the protocol checks what comes over
 * the wire, mediasoup checks what it is given.
 */

export const toMediasoup = {
  parameters: (parameters: RtpParameters) => parameters as types.RtpParameters,
  capabilities: (capabilities: RtpCapabilities) => capabilities as types.RtpCapabilities,
  dtls: (parameters: DtlsParameters) => parameters as types.DtlsParameters,
}

export const toWire = {
  parameters: (parameters: types.RtpParameters) => parameters as RtpParameters,
  capabilities: (capabilities: types.RtpCapabilities) => capabilities as RtpCapabilities,
}
