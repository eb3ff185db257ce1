import type { RtpCapabilities } from '@samtale/protocol'
import type { types } from 'mediasoup'
import { MediaRefused, type MediaRouter } from '../engine.ts'
import { giveCapabilities } from '../rtp-types.ts'
import { createLosable } from '../losable.ts'
import { SimulatedTransport } from './transport.ts'
import type { SimulatedProducer } from './producer.ts'

export interface OpenCounts {
  routers: number
  transports: number
  producers: number
  consumers: number
}

export class SimulatedRouter implements MediaRouter {
  readonly rtpCapabilities: RtpCapabilities
  /** By id: a consumer may be made of any producer in the router. */
  readonly producers = new Map<string, SimulatedProducer>()
  readonly #capabilities: types.RtpCapabilities
  readonly #transports = new Set<SimulatedTransport>()
  readonly #losable = createLosable()
  readonly #ended: () => void
  #open = true

  constructor(capabilities: types.RtpCapabilities, ended: () => void) {
    this.#capabilities = capabilities
    this.rtpCapabilities = giveCapabilities(capabilities)
    this.#ended = ended
  }

  onLost(listener: () => void): void {
    this.#losable.onLost(listener)
  }

  async createTransport(direction: 'send' | 'receive'): Promise<SimulatedTransport> {
    if (!this.#open) throw new MediaRefused('the router has ended')
    const transport = new SimulatedTransport(direction, this.#capabilities, this.producers, () =>
      this.#transports.delete(transport),
    )
    this.#transports.add(transport)
    return transport
  }

  close(): void {
    this.#losable.end()
    this.#end()
  }

  lose(): void {
    this.#end()
    this.#losable.lose()
  }

  counts(): OpenCounts {
    const transports = [...this.#transports]
    return {
      routers: this.#open ? 1 : 0,
      transports: transports.length,
      producers: this.producers.size,
      consumers: transports.reduce((sum, transport) => sum + transport.consumers.size, 0),
    }
  }

  #end(): void {
    if (!this.#open) return
    this.#open = false
    for (const transport of [...this.#transports]) transport.close()
    this.#ended()
  }
}
