import type { Slot } from '@samtale/protocol'
import type { IncomingTrack, LocalTracks } from './active-path.ts'
import { applyEncodings, directEncoding } from './encodings.ts'
import type { FrameTransforms } from './frame-transform.ts'
import { goesByOwnRelay, type IceKeeper } from './ice-keeper.ts'
import type { LinkSignal } from './link-generation.ts'
import { createNegotiator, type Negotiator } from './negotiator.ts'
import { connectionSettings, createPeerConnection } from './peer-connection.ts'
import { createSerial } from './serial.ts'
import { onlySealable } from './sealable-codecs.ts'
import { watchSilence, type SilenceWatch } from './silence.ts'
import { answerSlots, offerSlots, stopStrangers, type SlotContext, type SlotEnds } from './slot-ends.ts'

export interface LinkConnectionOptions {
  participantId: string
  generation: number
  /** Makes the first offer; the other side takes it. */
  offerer: boolean
  /** What is sent; the caller keeps it up to date. */
  tracks: Readonly<LocalTracks>
  /** How many others this side sends to, which decides how much goes to each. */
  peers: number
  transforms: FrameTransforms
  ice: IceKeeper
  send(signal: LinkSignal): void
  onState(state: RTCPeerConnectionState): void
  /** Nothing arrives any more where something flowed. */
  onSilence(): void
  /** Frames went out by a transform. Nothing is sent there any more. */
  onBypass(): void
}

/** One making of the connection to another participant. */
export class LinkConnection {
  readonly generation: number
  readonly #options: LinkConnectionOptions
  readonly #connection: RTCPeerConnection
  readonly #forgetIce: () => void
  readonly #silence: SilenceWatch
  readonly #negotiator: Negotiator
  readonly #tuning = createSerial()
  #peers: number
  #ends: SlotEnds[] = []

  constructor(options: LinkConnectionOptions) {
    this.#options = options
    this.#peers = options.peers
    const { generation, ice } = options
    this.generation = generation
    this.#connection = createPeerConnection(ice.configuration())
    this.#forgetIce = ice.onRenewed(() => void this.#renewRelay().catch(() => undefined))
    this.#silence = watchSilence(this.#connection, options.onSilence)
    this.#negotiator = createNegotiator({
      connection: this.#connection,
      polite: options.offerer,
      send: (description) => options.send({ kind: 'description', generation, description }),
      agreeable: ({ sdp }) => onlySealable(sdp),
      beforeAnswer: () => this.#beforeAnswer(),
      onStable: () => this.#tune(),
    })
    this.#connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) options.send(candidateSignal(generation, candidate))
    })
    this.#connection.addEventListener('connectionstatechange', () => options.onState(this.#connection.connectionState))
    if (options.offerer) this.#begin()
  }

  receive(signal: LinkSignal): void {
    this.#negotiator.receive(signal)
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    void this.#ends.find((one) => one.slot === slot)?.sender.set(track)
    this.#tune()
  }

  setPeers(peers: number): void {
    this.#peers = peers
    this.#tune()
  }

  restartIce(): void {
    this.#connection.restartIce()
    this.#negotiator.offer()
  }

  state(): RTCPeerConnectionState {
    return this.#connection.connectionState
  }

  silent(): boolean {
    return this.#silence.silent()
  }

  incoming(): IncomingTrack[] {
    return this.#ends.map((one) => toIncoming(this.#options.participantId, one))
  }

  close(): void {
    this.#forgetIce()
    this.#silence.stop()
    this.#negotiator.stop()
    this.#tuning.stop()
    this.#connection.close()
    for (const { sender, outgoing, incoming } of this.#ends) {
      sender.stop()
      outgoing.forget()
      incoming.forget()
    }
  }

  /** Fresh credentials are used from the next restart on; what goes by a relay is moved to them before the old lapse. */
  async #renewRelay() {
    if (this.#connection.signalingState === 'closed') return
    this.#connection.setConfiguration(connectionSettings(this.#options.ice.configuration()))
    if (this.state() === 'connected' && (await goesByOwnRelay(this.#connection))) this.restartIce()
  }

  #begin() {
    try {
      this.#ends = offerSlots(this.#connection, this.#slotContext())
      this.#negotiator.offer()
    } catch {
      // Without its transforms a connection isn't used: nothing is offered, and it is made anew later.
      this.#connection.close()
    }
  }

  #beforeAnswer() {
    if (this.#ends.length > 0) return stopStrangers(this.#connection, this.#ends)
    try {
      this.#ends = answerSlots(this.#connection, this.#slotContext())
    } catch (error) {
      // Without its transforms a connection isn't used, nor one of other slots.
      this.#connection.close()
      throw error
    }
  }

  #slotContext(): SlotContext {
    const { participantId, tracks, transforms, onBypass } = this.#options
    return { participantId, tracks, transforms, onBypass }
  }

  #tune() {
    for (const { slot, transceiver } of this.#ends) {
      this.#tuning.run(async () => {
        const encoding = directEncoding(slot, this.#peers, this.#options.tracks[slot]?.getSettings().height)
        if (encoding) await applyEncodings(transceiver.sender, [encoding])
      })
    }
  }
}

function toIncoming(participantId: string, { slot, transceiver, incoming }: SlotEnds): IncomingTrack {
  const { receiver } = transceiver
  const { track } = receiver
  return { participantId, slot, track, receiver, flow: incoming.flow(), arrived: incoming.flowed() }
}

function candidateSignal(generation: number, candidate: RTCIceCandidate): LinkSignal {
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate
  return {
    kind: 'candidate',
    generation,
    candidate: { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment },
  }
}
