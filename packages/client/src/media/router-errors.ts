import { Refusal, type ErrorCode } from '@samtale/protocol'

/** Refusals that say: what was asked for is past, or will never be. */
const final: readonly ErrorCode[] = [
  'mode.direct',
  'publication.unknown',
  'publication.too-many',
  'participant.unknown',
  'media.refused',
]
/** mediasoup-client's own: the browser can't, or the thing was closed meanwhile; and ours. */
const finalNames = ['UnsupportedError', 'InvalidStateError', 'Unsealable']

/** A sender or receiver has no transform: its connection may not be used. */
export class Unattached extends Error {
  override readonly name = 'Unattached'
}

/** The router would have media sent or received in a codec that can't be sealed. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable'
}

/**
 * What a failed step of the router's path asks for: nothing more, a new session, or the same once again later
 * (the socket was away, the server is busy).
 */
export function remedyFor(error: unknown): 'none' | 'new-session' | 'again' {
  if (error instanceof Refusal) {
    if (error.code === 'transport.unknown') return 'new-session'
    return final.includes(error.code) ? 'none' : 'again'
  }
  if (error instanceof Unattached) return 'new-session'
  return error instanceof Error && finalNames.includes(error.name) ? 'none' : 'again'
}

/** Milliseconds before the attempt after `failures` failed ones: 1 s, 2 s, 4 s … 30 s. */
export function backOffMs(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1))
}
