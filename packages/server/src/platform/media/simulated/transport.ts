import type {
  DtlsParameters,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
  TransportParameters,
} from '@samtale/protocol'
import { ortc, type types } from 'mediasoup'
import { allOfKind } from '../codecs.ts'
import { MediaRefused, type MediaTransport } from '../engine.ts'
import { giveParameters, takeCapabilities, takeParameters } from '../rtp-types.ts'
import { SimulatedConsumer } from './consumer.ts'
import { inventIceParameters, inventTransportParameters } from './invented.ts'
import { SimulatedProducer } from './producer.ts'
import { checkCodecs, checkExtensions, checkReceived, checkStreams } from './streams.ts'

export class SimulatedTransport implements MediaTransport {
  readonly parameters: TransportParameters = inventTransportParameters()
  readonly consumers = new Set<SimulatedConsumer>()
  readonly #direction: 'send' | 'receive'
  readonly #capabilities: types.RtpCapabilities
  /** The router's, of all transports. */
  readonly #producers: Map<string, SimulatedProducer>
  readonly #own = new Set<SimulatedProducer>()
  readonly #ended: () => void
  #connected = false
  #open = true
  #nextMid = 0

  constructor(
    direction: 'send' | 'receive',
    capabilities: types.RtpCapabilities,
    producers: Map<string, SimulatedProducer>,
    ended: () => void,
  ) {
    this.#direction = direction
    this.#capabilities = capabilities
    this.#producers = producers
    this.#ended = ended
  }

  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    this.#refuseUnless(!this.#connected && dtlsParameters.fingerprints.length > 0)
    this.#connected = true
  }

  async restartIce(): Promise<IceParameters> {
    this.#refuseUnless(true)
    return inventIceParameters()
  }

  async produce({
    kind,
    rtpParameters,
  }: {
    kind: 'audio' | 'video'
    rtpParameters: RtpParameters
  }): Promise<SimulatedProducer> {
    this.#refuseUnless(this.#direction === 'send' && allOfKind(kind, rtpParameters.codecs))
    const { taken, consumable } = refusing(() => this.#negotiate(kind, takeParameters(rtpParameters)))
    const producer = new SimulatedProducer(kind, taken, consumable, () => {
      this.#own.delete(producer)
      this.#producers.delete(producer.id)
    })
    this.#own.add(producer)
    this.#producers.set(producer.id, producer)
    return producer
  }

  async consume({
    producerId,
    rtpCapabilities,
  }: {
    producerId: string
    rtpCapabilities: RtpCapabilities
  }): Promise<SimulatedConsumer> {
    const producer = this.#producers.get(producerId)
    this.#refuseUnless(this.#direction === 'receive')
    if (producer === undefined) throw new MediaRefused('there is no such producer')
    const rtpParameters = refusing(() => {
      const remoteRtpCapabilities = takeCapabilities(rtpCapabilities)
      ortc.validateAndNormalizeRtpCapabilities(remoteRtpCapabilities)
      const received = ortc.getConsumerRtpParameters({
        consumableRtpParameters: producer.consumable,
        remoteRtpCapabilities,
        pipe: false,
        enableRtx: producer.kind === 'video',
      })
      checkReceived(received, producer.rtpParameters)
      return received
    })
    const consumer = new SimulatedConsumer(
      producer.kind,
      giveParameters({ ...rtpParameters, mid: String(this.#nextMid++) }),
      () => {
        this.consumers.delete(consumer)
        producer.consumers.delete(consumer)
      },
    )
    this.consumers.add(consumer)
    producer.consumers.add(consumer)
    return consumer
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    for (const child of [...this.#own, ...this.consumers]) child.close()
    this.#ended()
  }

  /** What mediasoup and its worker check of a track that somebody wants to send. Throws where they would. */
  #negotiate(kind: 'audio' | 'video', taken: types.RtpParameters) {
    ortc.validateAndNormalizeRtpParameters(taken)
    if (taken.encodings === undefined || taken.encodings.length === 0) taken.encodings = [{}]
    const known = [...this.#own].map((producer) => producer.rtpParameters)
    checkExtensions(taken, this.#capabilities)
    checkCodecs(taken)
    checkStreams(taken, known)
    const mapping = ortc.getProducerRtpParametersMapping(taken, this.#capabilities)
    return { taken, consumable: ortc.getConsumableRtpParameters(kind, taken, this.#capabilities, mapping) }
  }

  #refuseUnless(fine: boolean): void {
    if (!this.#open) throw new MediaRefused('the transport has ended')
    if (!fine) throw new MediaRefused('the request does not fit this transport')
  }
}

function refusing<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    throw new MediaRefused(`the parameters are not taken: ${error instanceof Error ? error.name : 'unknown'}`)
  }
}
