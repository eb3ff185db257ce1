/** The signalling protocol's version. A server answers another version with `protocol.version` (rule J2). */
export const protocolVersion = 2

/** WebSocket subprotocol (RFC 6455 §1.9): how messages are framed (rules C1–C5), so that a proxy or a stranger's client is told apart at the handshake. */
export const subprotocol = 'samtale.v1'

/** Path of the signalling WebSocket. */
export const signallingPath = '/ws'
