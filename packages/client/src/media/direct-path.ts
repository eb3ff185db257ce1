import type { Slot } from '@samtale/protocol'
import { worst, type ActivePath, type ConnectionState, type IncomingTrack, type PathContext } from './active-path.ts'
import { withoutAddresses } from './hidden-addresses.ts'
import { isStartOver, pathGenerationOf, type LinkSignal } from './link-generation.ts'
import { PeerLink } from './peer-link.ts'

/** Everyone connected with everyone (a mesh): one link to each other participant. */
export class DirectPath implements ActivePath {
  readonly mode = 'direct'
  readonly generation: number
  readonly #context: PathContext<'direct'>
  readonly #links = new Map<string, PeerLink>()
  /** What the server calls the path now; links keep what it was called when they were made. */
  #called: number
  #retired = false

  constructor(context: PathContext<'direct'>) {
    this.#context = context
    this.generation = context.path.generation
    this.#called = this.generation
  }

  /** Whether something that flowed from them doesn't now, or they aren't connected. */
  isBroken(participantId: string): boolean {
    const link = this.#links.get(participantId)
    return link !== undefined && (link.state() !== 'connected' || link.silent())
  }

  addParticipant(participantId: string, before: boolean): void {
    if (!this.#links.has(participantId)) this.#link(participantId, before)
  }

  #link(participantId: string, offerer: boolean): PeerLink {
    const { signalling, ice, transforms, tracks, onChange, onHopeless } = this.#context
    this.#links.get(participantId)?.close()
    const link = new PeerLink({
      participantId,
      pathGeneration: this.#called,
      offerer,
      tracks,
      peers: this.#links.size + 1,
      transforms,
      ice,
      send: (signal) => {
        const passed = this.#passing(signal)
        if (passed) signalling.sendSignal(participantId, passed)
      },
      // The server may have changed the path already.
      onHopeless: () => void (this.#retired || onHopeless(participantId)),
      onSilence: () => signalling.check(),
      onChange,
    })
    this.#links.set(participantId, link)
    this.#spread()
    return link
  }

  goOn(generation: number): void {
    this.#called = generation
  }

  removeParticipant(participantId: string): void {
    this.#links.get(participantId)?.close()
    this.#links.delete(participantId)
    this.#spread()
  }

  signalReceived(from: string, signal: LinkSignal): void {
    const passed = this.#passing(signal)
    const link = this.#links.get(from)
    if (!passed || !link) return
    const theirs = pathGenerationOf(signal.generation)
    if (theirs === link.pathGeneration) return link.receive(passed)
    // Since the server was restarted one side has begun anew, and the other goes on with what that has closed.
    if (theirs === this.#called) return this.#link(from, isStartOver(passed)).receive(passed)
    if (theirs >= this.generation && theirs < link.pathGeneration) link.startOver()
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    for (const link of this.#links.values()) link.setTrack(slot, track)
  }

  incoming(): IncomingTrack[] {
    return [...this.#links.values()].flatMap((link) => link.incoming())
  }

  connection(participantId: string): ConnectionState {
    return this.#links.get(participantId)?.state() ?? 'connecting'
  }

  health(): ConnectionState {
    return worst([...this.#links.values()].map((link) => link.state()))
  }

  retire(): void {
    this.#retired = true
  }

  suspend(): void {
    for (const link of this.#links.values()) link.suspend()
  }

  renew(): void {
    for (const link of this.#links.values()) link.renew()
  }

  close(): void {
    for (const link of this.#links.values()) link.close()
    this.#links.clear()
  }

  // What only the router's path knows.
  published(): void {}
  unpublished(): void {}
  setShownWidth(): void {}
  routerLost(): void {}

  #passing(signal: LinkSignal): LinkSignal | null {
    return this.#context.ice.hidesAddresses ? withoutAddresses(signal) : signal
  }

  #spread() {
    for (const link of this.#links.values()) link.setPeers(this.#links.size)
  }
}
