import type { types } from 'mediasoup'
import { MediaRefused, type MediaProducer } from '../engine.ts'
import type { SimulatedConsumer } from './consumer.ts'

export class SimulatedProducer implements MediaProducer {
  readonly id = crypto.randomUUID()
  readonly kind: 'audio' | 'video'
  /** As sent, and as consumers may receive it (mediasoup's term). */
  readonly rtpParameters: types.RtpParameters
  readonly consumable: types.RtpParameters
  /** They end with it. */
  readonly consumers = new Set<SimulatedConsumer>()
  readonly #ended: () => void
  #open = true

  constructor(
    kind: 'audio' | 'video',
    rtpParameters: types.RtpParameters,
    consumable: types.RtpParameters,
    ended: () => void,
  ) {
    this.kind = kind
    this.rtpParameters = rtpParameters
    this.consumable = consumable
    this.#ended = ended
  }

  async setPaused(): Promise<void> {
    if (!this.#open) throw new MediaRefused('the producer has ended')
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    for (const consumer of [...this.consumers]) consumer.close()
    this.#ended()
  }
}
