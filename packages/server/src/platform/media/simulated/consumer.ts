import type { RtpParameters } from '@samtale/protocol'
import { MediaRefused, type MediaConsumer } from '../engine.ts'

export class SimulatedConsumer implements MediaConsumer {
  readonly id = crypto.randomUUID()
  readonly kind: 'audio' | 'video'
  readonly rtpParameters: RtpParameters
  readonly #ended: () => void
  #open = true

  constructor(kind: 'audio' | 'video', rtpParameters: RtpParameters, ended: () => void) {
    this.kind = kind
    this.rtpParameters = rtpParameters
    this.#ended = ended
  }

  async start(): Promise<void> {
    this.#refuseIfEnded()
  }

  async preferLayer(): Promise<void> {
    this.#refuseIfEnded()
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#ended()
  }

  #refuseIfEnded(): void {
    if (!this.#open) throw new MediaRefused('the consumer has ended')
  }
}
