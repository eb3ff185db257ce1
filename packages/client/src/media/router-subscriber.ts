import { kindOf, type Publication, type RtpCapabilities, type Slot } from '@samtale/protocol'
import type { types } from 'mediasoup-client'
import type { IncomingTrack } from './active-path.ts'
import type { FrameTransform, FrameTransforms } from './frame-transform.ts'
import type { MediaSignalling } from './meeting-media.ts'
import { backOffMs, remedyFor, Unsealable } from './router-errors.ts'
import { attachOrEnd, type RouterSession } from './router-session.ts'
import { isSealable } from './sealable-codecs.ts'

export interface SubscriberOptions {
  session: RouterSession
  signalling: MediaSignalling
  transforms: FrameTransforms
  /** Which layer of somebody's picture is wanted; null where nothing is known of its size. */
  layerOf(participantId: string, slot: Slot): number | null
  onChange(): void
  /** The session is of no use any more. */
  onLost(): void
}

/** Receives what the others publish. */
export class RouterSubscriber {
  readonly #options: SubscriberOptions
  readonly #subscriptions = new Map<string, Subscription>()

  constructor(options: SubscriberOptions) {
    this.#options = options
  }

  add(publication: Publication): void {
    if (this.#subscriptions.has(publication.id)) return
    const subscription = new Subscription(publication, this.#options)
    this.#subscriptions.set(publication.id, subscription)
  }

  remove(publicationId: string): void {
    this.#subscriptions.get(publicationId)?.end()
    this.#subscriptions.delete(publicationId)
    this.#options.onChange()
  }

  /** Asks for the layers that are wanted now. */
  updateLayers(): void {
    for (const subscription of this.#subscriptions.values()) void subscription.askForLayer()
  }

  incoming(): IncomingTrack[] {
    return [...this.#subscriptions.values()].flatMap((subscription) => subscription.incoming() ?? [])
  }

  close(): void {
    for (const subscription of this.#subscriptions.values()) subscription.end()
  }
}

/** One other's track, until it is ended. Tried again where it fails and that may help. */
class Subscription {
  readonly #publication: Publication
  readonly #options: SubscriberOptions
  #consumer: types.Consumer | null = null
  #transform: FrameTransform | null = null
  #layer: number | null = null
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(publication: Publication, options: SubscriberOptions) {
    this.#publication = publication
    this.#options = options
    void this.#attempt()
  }

  incoming(): IncomingTrack | null {
    if (!this.#consumer?.rtpReceiver || !this.#transform) return null
    const { participantId, slot } = this.#publication
    const { track, rtpReceiver: receiver } = this.#consumer
    return { participantId, slot, track, receiver, flow: this.#transform.flow(), arrived: this.#transform.flowed() }
  }

  /** Refused only where it has ended meanwhile; else a larger picture than needed does no harm. */
  async askForLayer(): Promise<void> {
    const { participantId, slot } = this.#publication
    const spatialLayer = this.#options.layerOf(participantId, slot)
    if (this.#ended || !this.#consumer || spatialLayer === null || this.#layer === spatialLayer) return
    this.#layer = spatialLayer
    const request = { subscriptionId: this.#consumer.id, spatialLayer }
    await this.#options.signalling.request('subscription.prefer', request).catch(() => undefined)
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#letGo()
  }

  async #attempt() {
    try {
      await this.#receive()
    } catch (error) {
      if (!this.#ended) this.#recover(error)
    }
    if (this.#ended) this.#letGo()
  }

  #recover(error: unknown) {
    this.#letGo()
    this.#consumer = null
    this.#failures += 1
    const remedy = remedyFor(error)
    if (remedy === 'new-session') this.#options.onLost()
    if (remedy === 'again') this.#timer = setTimeout(() => void this.#attempt(), backOffMs(this.#failures))
  }

  #letGo() {
    this.#consumer?.close()
    this.#transform?.forget()
  }

  async #receive() {
    const { session, signalling, transforms } = this.#options
    const { id: publicationId, participantId, slot } = this.#publication
    const transportId = session.receive.id
    const rtpCapabilities = session.device.recvRtpCapabilities as RtpCapabilities
    const answer = await signalling.request('subscribe', { transportId, publicationId, rtpCapabilities })
    if (this.#ended || answer.kind !== kindOf(slot)) return
    if (!answer.rtpParameters.codecs.every(({ mimeType }) => isSealable(mimeType))) {
      throw new Unsealable('the router sends a codec that is not sealed')
    }
    this.#consumer = await session.receive.consume({
      id: answer.subscriptionId,
      producerId: publicationId,
      kind: answer.kind,
      rtpParameters: answer.rtpParameters as types.RtpParameters,
      // Kept in step by the browser: the voice with the face, the screen with its sound.
      streamId: `${participantId}-${slot === 'screen' || slot === 'screen-audio' ? 'screen' : 'face'}`,
      onRtpReceiver: (receiver) => {
        const label = { direction: 'receive', slot, participantId } as const
        this.#transform = attachOrEnd(session, () => transforms.attach(receiver, label))
      },
    })
    if (this.#ended) return
    await signalling.request('subscription.start', { subscriptionId: answer.subscriptionId })
    this.#options.onChange()
    await this.askForLayer()
  }
}
