import type { Negotiable } from './negotiator.ts'

/** A description of the model: which offer it is or answers. */
interface ModelDescription {
  type: RTCSdpType
  sdp: string
}

/**
 * The signalling state machine of an `RTCPeerConnection` (W3C WebRTC §4.3.1) with implicit rollback, for tests of
 * negotiation in an order that no browser would give twice. Refuses what a browser refuses.
 */
export class FakeConnection implements Negotiable {
  signalingState: RTCSignalingState = 'stable'
  localDescription: RTCSessionDescription | null = null
  remoteDescription: RTCSessionDescription | null = null
  /** The offer that both sides last agreed on. */
  agreed = ''
  readonly #name: string
  readonly #pause: () => Promise<void>
  #offers = 0
  #pending = ''

  constructor(name: string, pause: () => Promise<void>) {
    this.#name = name
    this.#pause = pause
  }

  async setLocalDescription(): Promise<void> {
    await this.#pause()
    if (this.signalingState === 'have-remote-offer') {
      this.agreed = this.#pending
      this.localDescription = described({ type: 'answer', sdp: this.#pending })
      this.signalingState = 'stable'
      return
    }
    this.#offers += 1
    this.#pending = `${this.#name}${this.#offers}`
    this.localDescription = described({ type: 'offer', sdp: this.#pending })
    this.signalingState = 'have-local-offer'
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#pause()
    const sdp = description.sdp ?? ''
    if (description.type === 'offer') {
      this.#pending = sdp
      this.signalingState = 'have-remote-offer'
    } else {
      if (this.signalingState !== 'have-local-offer' || sdp !== this.#pending) throw new Error('InvalidStateError')
      this.agreed = sdp
      this.signalingState = 'stable'
    }
    this.remoteDescription = described({ type: description.type, sdp })
  }

  readonly candidates: string[] = []

  async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
    await this.#pause()
    if (!this.remoteDescription) throw new Error('InvalidStateError')
    this.candidates.push(candidate?.candidate ?? '')
  }
}

function described(description: ModelDescription): RTCSessionDescription {
  return { ...description, toJSON: () => description }
}
