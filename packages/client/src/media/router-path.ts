import type { Publication, Slot } from '@samtale/protocol'
import { worst, type ActivePath, type ConnectionState, type IncomingTrack, type PathContext } from './active-path.ts'
import { layerFor } from './encodings.ts'
import { backOffMs } from './router-errors.ts'
import { RouterPublisher } from './router-publisher.ts'
import { loadDevice, openRouterSession, type RouterSession } from './router-session.ts'
import { RouterSubscriber } from './router-subscriber.ts'

interface Running {
  session: RouterSession
  publisher: RouterPublisher
  subscriber: RouterSubscriber
}

/** How long a picture's size has to stay before the server is asked for another layer. */
const settleSizeMs = 300

const waits: readonly ConnectionState[] = ['connecting']

/** Everyone through the router. A session that is lost is opened anew, later and later. */
export class RouterPath implements ActivePath {
  readonly mode = 'router'
  readonly generation: number
  readonly #context: PathContext<'router'>
  readonly #publications = new Map<string, Publication>()
  readonly #layers = new Map<string, number>()
  #running: Running | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #sizes: ReturnType<typeof setTimeout> | undefined
  /** A newer path has begun: this one goes on as long as it lasts, and asks the server for nothing new (rule M4). */
  #retired = false
  /** No worker runs that frames could pass through. */
  #suspended = false
  #ended = false

  constructor(context: PathContext<'router'>) {
    this.#context = context
    this.generation = context.path.generation
    void this.#begin()
  }

  removeParticipant(participantId: string): void {
    for (const { id, participantId: owner } of [...this.#publications.values()]) {
      if (owner === participantId) this.unpublished(id)
    }
  }

  published(publication: Publication): void {
    this.#publications.set(publication.id, publication)
    if (!this.#ended) this.#running?.subscriber.add(publication)
  }

  unpublished(publicationId: string): void {
    this.#publications.delete(publicationId)
    this.#running?.subscriber.remove(publicationId)
  }

  setTrack(slot: Slot): void {
    if (!this.#ended) this.#running?.publisher.update(slot)
  }

  setShownWidth(participantId: string, slot: Slot, width: number): void {
    this.#layers.set(layerKey(participantId, slot), layerFor(width, globalThis.devicePixelRatio))
    this.#sizes ??= setTimeout(() => {
      this.#sizes = undefined
      this.#running?.subscriber.updateLayers()
    }, settleSizeMs)
  }

  incoming(): IncomingTrack[] {
    return this.#running?.subscriber.incoming() ?? []
  }

  connection(): ConnectionState {
    return this.#state(['receive'])
  }

  health(): ConnectionState {
    return this.#state(['send', 'receive'])
  }

  retire(): void {
    this.#retired = true
    clearTimeout(this.#retry)
  }

  routerLost(): void {
    this.#ended = true
    clearTimeout(this.#retry)
    clearTimeout(this.#sizes)
    this.#shut()
  }

  suspend(): void {
    this.#suspended = true
    clearTimeout(this.#retry)
    this.#shut()
  }

  renew(): void {
    this.#suspended = false
    if (this.#ended || this.#retired) return
    this.#running = null
    void this.#begin()
  }

  close(): void {
    this.routerLost()
    this.#running = null
  }

  // What only the direct path knows.
  addParticipant(): void {}
  goOn(): void {}
  isBroken(): boolean {
    return false
  }
  signalReceived(): void {}

  async #begin() {
    let lost = false
    const onLost = () => {
      if (!lost) this.#reopen()
      lost = true
    }
    try {
      await this.#open(onLost)
    } catch {
      onLost()
    }
  }

  async #open(onLost: () => void) {
    const { signalling, ice, transforms, tracks, onChange } = this.#context
    const device = await loadDevice(this.#context.path.rtpCapabilities)
    if (this.#unwanted()) return
    const session = await openRouterSession(device, signalling, ice, { onChange: () => this.#sessionChanged(), onLost })
    if (this.#unwanted()) return session.close()
    const shared = { session, signalling, transforms, onLost }
    const layerOf = (participantId: string, slot: Slot) => this.#layers.get(layerKey(participantId, slot)) ?? null
    const subscriber = new RouterSubscriber({ ...shared, layerOf, onChange })
    this.#running = { session, publisher: new RouterPublisher({ ...shared, tracks }), subscriber }
    for (const publication of this.#publications.values()) subscriber.add(publication)
    onChange()
  }

  /** A new send transport ends what the old one carried (rule P1). */
  #reopen() {
    if (this.#unwanted()) return
    this.#shut()
    this.#running = null
    this.#failures += 1
    this.#retry = setTimeout(() => void this.#begin(), backOffMs(this.#failures))
    this.#context.onChange()
  }

  #unwanted(): boolean {
    return this.#ended || this.#retired || this.#suspended
  }

  #shut() {
    this.#running?.publisher.close()
    this.#running?.subscriber.close()
    this.#running?.session.close()
  }

  #sessionChanged() {
    if (this.#running?.session.receive.connectionState === 'connected') this.#failures = 0
    this.#context.onChange()
  }

  #state(directions: ('send' | 'receive')[]): ConnectionState {
    const session = this.#ended ? null : this.#running?.session
    // What nothing has come by yet counts as connected where there is nothing to come.
    const awaits = session?.receive.connectionState === 'new' && this.#publications.size > 0
    if (session) return worst([...directions.map((direction) => session.state(direction)), ...(awaits ? waits : [])])
    return this.#failures > 0 || this.#ended ? 'interrupted' : 'connecting'
  }
}

function layerKey(participantId: string, slot: Slot): string {
  return `${slot} ${participantId}`
}
