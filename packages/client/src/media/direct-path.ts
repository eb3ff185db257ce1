import type { Slot } from '@samtale/protocol'
import { worst, type ActivePath, type ConnectionState, type IncomingTrack, type PathContext } from './active-path.ts'
import { withoutAddresses } from './hidden-addresses.ts'
import { pathGenerationOf, type LinkSignal } from './link-generation.ts'
import { PeerLink } from './peer-link.ts'

/** Everyone connected with everyone (a mesh): one link to each other participant. */
export class DirectPath implements ActivePath {
  readonly mode = 'direct'
  readonly generation: number
  readonly #context: PathContext<'direct'>
  readonly #links = new Map<string, PeerLink>()
  #retired = false

  constructor(context: PathContext<'direct'>) {
    this.#context = context
    this.generation = context.path.generation
  }

  addParticipant(participantId: string, before: boolean): void {
    if (this.#links.has(participantId)) return
    const { signalling, ice, transforms, tracks, onChange } = this.#context
    const link = new PeerLink({
      participantId,
      pathGeneration: this.generation,
      offerer: before,
      tracks,
      peers: this.#links.size + 1,
      transforms,
      ice,
      send: (signal) => {
        const passed = this.#passing(signal)
        if (passed) signalling.sendSignal(participantId, passed)
      },
      onHopeless: () => this.#complain(participantId),
      onChange,
    })
    this.#links.set(participantId, link)
    this.#spread()
  }

  removeParticipant(participantId: string): void {
    this.#links.get(participantId)?.close()
    this.#links.delete(participantId)
    this.#spread()
  }

  signalReceived(from: string, signal: LinkSignal): void {
    const passed = this.#passing(signal)
    if (passed && pathGenerationOf(signal.generation) === this.generation) this.#links.get(from)?.receive(passed)
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

  /** The server may have changed the path already: no answer is worth anything. */
  #complain(participantId: string) {
    if (!this.#retired) this.#context.signalling.request('direct.failed', { participantId }).catch(() => undefined)
  }

  #spread() {
    for (const link of this.#links.values()) link.setPeers(this.#links.size)
  }
}
