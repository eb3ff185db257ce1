import {
  kindOf,
  limits,
  Refusal,
  type DtlsParameters,
  type IceParameters,
  type Publication,
  type RtpCapabilities,
  type RtpParameters,
  type Slot,
  type TransportParameters,
} from '@samtale/protocol'
import type { MediaConsumer, MediaProducer, MediaRouter, MediaTransport } from '../../platform/media/engine.ts'

type Direction = 'send' | 'receive'

interface OwnPublication {
  slot: Slot
  paused: boolean
  producer: MediaProducer
}

interface Subscription {
  publicationId: string
  consumer: MediaConsumer
}

/**
 * One participant's part of one router: a transport a direction, what they publish, what they subscribe to.
 * Belongs to one generation of the path; a new path makes a new one.
 */
export class ParticipantMedia {
  readonly #router: MediaRouter
  readonly #owner: string
  readonly #transports = new Map<Direction, { transport: MediaTransport; connected: boolean }>()
  readonly #publications = new Map<string, OwnPublication>()
  readonly #subscriptions = new Map<string, Subscription>()
  #closed = false
  /** The path is another one. */
  #retired = false

  constructor(router: MediaRouter, owner: string) {
    this.#router = router
    this.#owner = owner
  }

  /** Rule P1: one transport a direction; making it anew ends the old one with what it carried, which is returned. */
  async createTransport(direction: Direction): Promise<{ parameters: TransportParameters; ended: string[] }> {
    const transport = await this.#router.createTransport(direction)
    if (this.#closed || this.#retired) {
      transport.close()
      throw new Refusal('mode.direct')
    }
    const ended = this.#endTransport(direction)
    this.#transports.set(direction, { transport, connected: false })
    return { parameters: transport.parameters, ended }
  }

  async connect(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    const entry = this.#entry(transportId)
    await entry.transport.connect(dtlsParameters)
    entry.connected = true
  }

  restartIce(transportId: string): Promise<IceParameters> {
    return this.#entry(transportId).transport.restartIce()
  }

  async publish(transportId: string, slot: Slot, rtpParameters: RtpParameters): Promise<Publication> {
    const { transport } = this.#entry(transportId, 'send')
    if (this.#publications.size >= limits.publicationsPerParticipant) throw new Refusal('publication.too-many')
    const producer = await transport.produce({ kind: kindOf(slot), rtpParameters })
    // The limit is looked at again: several requests may have been under way.
    const over = this.#closed || this.#retired
    if (over || this.#publications.size >= limits.publicationsPerParticipant) {
      producer.close()
      throw new Refusal(over ? 'mode.direct' : 'publication.too-many')
    }
    const publication = { slot, paused: false, producer }
    this.#publications.set(producer.id, publication)
    return this.#onTheWire(producer.id, publication)
  }

  unpublish(publicationId: string): void {
    this.#publication(publicationId).producer.close()
    this.#publications.delete(publicationId)
  }

  async setPaused(publicationId: string, paused: boolean): Promise<void> {
    const publication = this.#publication(publicationId)
    await publication.producer.setPaused(paused)
    publication.paused = paused
  }

  /** Pauses what goes out in a slot. Returns when the router forwards nothing of it any more. */
  async pauseSlot(slot: Slot): Promise<void> {
    const theirs = [...this.#publications].filter(([, publication]) => publication.slot === slot)
    await Promise.all(theirs.map(([id]) => this.setPaused(id, true)))
  }

  /** @throws Refusal `publication.unknown` */
  slotOf(publicationId: string): Slot {
    return this.#publication(publicationId).slot
  }

  async subscribe(
    transportId: string,
    publicationId: string,
    rtpCapabilities: RtpCapabilities,
  ): Promise<MediaConsumer> {
    const { transport } = this.#entry(transportId, 'receive')
    const earlier = [...this.#subscriptions].find(([, subscription]) => subscription.publicationId === publicationId)
    const consumer = await transport.consume({ producerId: publicationId, rtpCapabilities })
    if (this.#closed) {
      consumer.close()
      throw new Refusal('mode.direct')
    }
    // Rule S3: subscribing again replaces.
    if (earlier !== undefined) this.#endSubscription(earlier[0])
    this.#subscriptions.set(consumer.id, { publicationId, consumer })
    return consumer
  }

  start(subscriptionId: string): Promise<void> {
    return this.#subscription(subscriptionId).consumer.start()
  }

  preferLayer(subscriptionId: string, spatialLayer: number): Promise<void> {
    return this.#subscription(subscriptionId).consumer.preferLayer(spatialLayer)
  }

  /** Somebody's publication ended: so does the subscription to it. */
  publicationEnded(publicationId: string): void {
    for (const [id, subscription] of this.#subscriptions) {
      if (subscription.publicationId === publicationId) this.#endSubscription(id)
    }
  }

  publishes(publicationId: string): boolean {
    return this.#publications.has(publicationId)
  }

  publications(): Publication[] {
    return [...this.#publications].map(([id, publication]) => this.#onTheWire(id, publication))
  }

  transports(): { direction: Direction; connected: boolean }[] {
    return [...this.#transports].map(([direction, { connected }]) => ({ direction, connected }))
  }

  /** What there is goes on until the router closes; nothing comes to it any more, nor is told of as the new path's (M4). */
  retire(): void {
    this.#retired = true
  }

  /** Ends everything; returns the publications that ended. */
  close(): string[] {
    this.#closed = true
    return [...this.#endTransport('send'), ...this.#endTransport('receive')]
  }

  #endTransport(direction: Direction): string[] {
    this.#transports.get(direction)?.transport.close()
    this.#transports.delete(direction)
    if (direction === 'receive') {
      this.#subscriptions.clear()
      return []
    }
    const ended = [...this.#publications.keys()]
    this.#publications.clear()
    return ended
  }

  #endSubscription(id: string): void {
    this.#subscriptions.get(id)?.consumer.close()
    this.#subscriptions.delete(id)
  }

  #onTheWire(id: string, { slot, paused }: OwnPublication): Publication {
    return { id, participantId: this.#owner, slot, paused }
  }

  #entry(transportId: string, direction?: Direction) {
    for (const [key, entry] of this.#transports) {
      if (entry.transport.parameters.id === transportId && (direction ?? key) === key) return entry
    }
    throw new Refusal('transport.unknown')
  }

  #publication(id: string): OwnPublication {
    const publication = this.#publications.get(id)
    if (publication === undefined) throw new Refusal('publication.unknown')
    return publication
  }

  #subscription(id: string): Subscription {
    const subscription = this.#subscriptions.get(id)
    if (subscription === undefined) throw new Refusal('publication.unknown')
    return subscription
  }
}
