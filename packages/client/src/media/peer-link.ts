import type { Slot } from '@samtale/protocol'
import { connectionState, type ConnectionState, type IncomingTrack, type LocalTracks } from './active-path.ts'
import type { FrameTransforms } from './frame-transform.ts'
import type { IceKeeper } from './ice-keeper.ts'
import { LinkConnection } from './link-connection.ts'
import { firstGeneration, judge, startOverSignal, type LinkSignal } from './link-generation.ts'
import { createRecovery } from './recovery.ts'
import { backOffMs } from './router-errors.ts'

export interface PeerLinkOptions {
  participantId: string
  pathGeneration: number
  /** Makes connections and offers; the other waits. The one who came later is it. */
  offerer: boolean
  /** What is sent; the caller keeps it up to date. */
  tracks: Readonly<LocalTracks>
  peers: number
  transforms: FrameTransforms
  ice: IceKeeper
  send(signal: LinkSignal): void
  /** Called each time that there seems to be no direct way: the server may not have heard of it. It is tried further. */
  onHopeless(): void
  /** Nothing arrives any more where something flowed: the network may be another one. */
  onSilence(): void
  onChange(): void
}

/** A connection isn't made anew more often than this, whatever the other asks. */
const remakeEveryMs = 1_000
/** Failed restarts after which the connection is made anew instead. */
const restartsBeforeRemake = 2
/** Candidates kept that came before their offer. */
const keptEarly = 100

/** The direct way to one other participant, whatever becomes of its connections. */
export class PeerLink {
  readonly #options: PeerLinkOptions
  readonly #recovery = createRecovery({
    state: () => this.#current?.state() ?? 'new',
    silent: () => this.silent(),
    restart: (failedRestarts) => this.#restart(failedRestarts),
    hopeless: () => this.#options.onHopeless(),
  })
  #peers: number
  #current: LinkConnection | null = null
  #state: RTCPeerConnectionState = 'new'
  #wasConnected = false
  #madeAt = -Infinity
  #askedAt = -Infinity
  #early: LinkSignal[] = []
  #bypasses = 0
  #renewing: ReturnType<typeof setTimeout> | undefined

  constructor(options: PeerLinkOptions) {
    this.#options = options
    this.#peers = options.peers
    if (options.offerer) this.#make(firstGeneration(options.pathGeneration))
    this.#recovery.observe('connecting')
  }

  get pathGeneration(): number {
    return this.#options.pathGeneration
  }

  /** The other side goes on with a connection that this one has closed: has it begin anew. */
  startOver(): void {
    if (this.#options.offerer || performance.now() - this.#askedAt < remakeEveryMs) return
    this.#askedAt = performance.now()
    this.#remake()
  }

  receive(signal: LinkSignal): void {
    const verdict = judge(signal, this.#current?.generation ?? null, this.#options.offerer)
    if (verdict === 'handle') this.#current?.receive(signal)
    if (verdict === 'adopt' && this.#mayRemake()) this.#adopt(signal)
    if (verdict === 'start-over' && this.#mayRemake()) this.#make(signal.generation)
    if (verdict === 'keep' && this.#early.length < keptEarly) this.#early.push(signal)
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    this.#current?.setTrack(slot, track)
  }

  setPeers(peers: number): void {
    this.#peers = peers
    this.#current?.setPeers(peers)
  }

  state(): ConnectionState {
    return connectionState(this.#state, this.#wasConnected)
  }

  /** Nothing arrives where something flowed. */
  silent(): boolean {
    return this.#current?.silent() ?? false
  }

  incoming(): IncomingTrack[] {
    return this.#current?.incoming() ?? []
  }

  /** Ends the connection; what it brought last stays. */
  suspend(): void {
    clearTimeout(this.#renewing)
    this.#recovery.stop()
    this.#current?.close()
    this.#state = 'failed'
  }

  /** Makes the connection anew, or has the other make it. */
  renew(): void {
    this.#current?.close()
    this.#remake()
    this.#recovery.again()
  }

  close(): void {
    clearTimeout(this.#renewing)
    this.#recovery.stop()
    this.#current?.close()
    this.#current = null
  }

  #make(generation: number) {
    this.#current?.close()
    this.#madeAt = performance.now()
    const onState = (state: RTCPeerConnectionState) => {
      if (this.#current?.generation === generation) this.#observe(state)
    }
    const onBypass = () => {
      if (this.#current?.generation === generation) this.#renewLater()
    }
    try {
      const onSilence = () => {
        if (this.#current?.generation === generation) this.#fellSilent()
      }
      const events = { onState, onBypass, onSilence }
      this.#current = new LinkConnection({ ...this.#options, generation, peers: this.#peers, ...events })
    } catch {
      // The browser makes no more connections now; it is tried again with the next restart.
      this.#current = null
    }
  }

  #adopt(offer: LinkSignal) {
    const waiting = this.#early.filter((one) => one.generation === offer.generation)
    this.#early = []
    this.#make(offer.generation)
    for (const signal of [offer, ...waiting]) this.#current?.receive(signal)
  }

  #observe(state: RTCPeerConnectionState) {
    this.#state = state
    this.#wasConnected ||= state === 'connected'
    this.#recovery.observe(state)
    this.#options.onChange()
  }

  #fellSilent() {
    this.#options.onSilence()
    this.#recovery.fellSilent()
  }

  #restart(failedRestarts: number) {
    const usable = this.#current !== null && this.#current.state() !== 'closed'
    if (usable && failedRestarts < restartsBeforeRemake) this.#current?.restartIce()
    else this.#remake()
  }

  #remake() {
    const generation = (this.#current?.generation ?? firstGeneration(this.#options.pathGeneration)) + 1
    if (this.#options.offerer) this.#make(generation)
    else this.#options.send(startOverSignal(generation))
  }

  /** Frames went by a transform of it: another connection may do better. */
  #renewLater() {
    this.#bypasses += 1
    clearTimeout(this.#renewing)
    this.#renewing = setTimeout(() => this.renew(), backOffMs(this.#bypasses))
  }

  #mayRemake(): boolean {
    return performance.now() - this.#madeAt >= remakeEveryMs
  }
}
