import type { LinkSignal } from './link-generation.ts'
import { createSerial } from './serial.ts'
import { withoutUnlisted } from './unlisted-codecs.ts'

/** What of an `RTCPeerConnection` negotiation needs. */
export type Negotiable = Pick<
  RTCPeerConnection,
  | 'signalingState'
  | 'localDescription'
  | 'remoteDescription'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'addIceCandidate'
>

export interface NegotiatorOptions {
  connection: Negotiable
  /** Whose own offer gives way when two meet. Exactly one of the two sides is polite. */
  polite: boolean
  send(description: { type: RTCSdpType; sdp: string }): void
  /** Whether what both sides would agree on may be used; asked of answers, one's own too. */
  agreeable(answer: { sdp: string }): boolean
  /** Called after an offer was taken and before it is answered, in the task in which its transceivers came to be. */
  beforeAnswer(): void
  /** Called each time that both sides agree. */
  onStable(): void
}

export interface Negotiator {
  /** Offers; what is new in the offer is the connection's matter (for example `restartIce` before). */
  offer(): void
  receive(signal: LinkSignal): void
  stop(): void
}

const keptCandidates = 100

/**
 * Perfect negotiation (W3C WebRTC 1.0 §10.7). Own offers and what arrives pass one queue, so that of the pattern's flags
 * only "an offer of mine is out" remains, which the signalling state tells.
 */
export function createNegotiator(options: NegotiatorOptions): Negotiator {
  const { connection, polite } = options
  // A description that can't be taken changes nothing; whether the connection comes about is watched elsewhere.
  const queue = createSerial()
  let early: RTCIceCandidateInit[] = []

  async function offer() {
    if (connection.signalingState === 'have-remote-offer') return
    await connection.setLocalDescription()
    sendLocal()
  }

  function sendLocal() {
    const description = connection.localDescription
    if (description?.type === 'answer' && !options.agreeable(description)) return
    if (description) options.send({ type: description.type, sdp: description.sdp })
  }

  async function takeDescription(description: { type: RTCSdpType; sdp: string }) {
    if (!isTimely(description.type, connection.signalingState, polite)) return
    if (description.type === 'answer' && !options.agreeable(description)) return
    await connection.setRemoteDescription({ ...description, sdp: withoutUnlisted(description.sdp) })
    if (description.type === 'offer') {
      options.beforeAnswer()
      await connection.setLocalDescription()
      sendLocal()
    }
    const waiting = early
    early = []
    for (const candidate of waiting) await takeCandidate(candidate)
    options.onStable()
  }

  async function takeCandidate(candidate: RTCIceCandidateInit) {
    if (!connection.remoteDescription) {
      if (early.length < keptCandidates) early.push(candidate)
      return
    }
    // Candidates of an offer that was refused, or nonsense: others may do.
    await connection.addIceCandidate(candidate).catch(() => undefined)
  }

  return {
    offer: () => queue.run(offer),
    receive(signal) {
      queue.run(() =>
        signal.kind === 'description' ? takeDescription(signal.description) : takeCandidate(toInit(signal.candidate)),
      )
    },
    stop: () => queue.stop(),
  }
}

/** Whether a description is to be taken in this state: an offer that meets one's own only by the polite side. */
export function isTimely(type: RTCSdpType, state: RTCSignalingState, polite: boolean): boolean {
  if (type === 'offer') return state !== 'have-local-offer' || polite
  return type === 'answer' && state === 'have-local-offer'
}

function toInit(candidate: Extract<LinkSignal, { kind: 'candidate' }>['candidate']): RTCIceCandidateInit {
  return { ...candidate, usernameFragment: candidate.usernameFragment ?? null }
}
