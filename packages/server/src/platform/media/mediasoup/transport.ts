import type {
  DtlsParameters,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
  TransportParameters,
} from '@samtale/protocol'
import type { types } from 'mediasoup'
import { allOfKind } from '../codecs.ts'
import { MediaRefused, type MediaConsumer, type MediaProducer, type MediaTransport } from '../engine.ts'
import { giveParameters, takeCapabilities, takeDtlsParameters, takeParameters } from '../rtp-types.ts'
import type { WorkerGuard } from './worker-guard.ts'

export class MediasoupTransport implements MediaTransport {
  readonly parameters: TransportParameters
  readonly #direction: 'send' | 'receive'
  readonly #transport: types.WebRtcTransport
  readonly #guard: WorkerGuard

  constructor(direction: 'send' | 'receive', transport: types.WebRtcTransport, guard: WorkerGuard) {
    this.#direction = direction
    this.#transport = transport
    this.#guard = guard
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport
    this.parameters = { id, iceParameters, iceCandidates, dtlsParameters }
  }

  connect(dtlsParameters: DtlsParameters): Promise<void> {
    return this.#guard.ask('connecting', () =>
      this.#transport.connect({ dtlsParameters: takeDtlsParameters(dtlsParameters) }),
    )
  }

  restartIce(): Promise<IceParameters> {
    return this.#guard.ask('restarting ICE', () => this.#transport.restartIce())
  }

  async produce(options: { kind: 'audio' | 'video'; rtpParameters: RtpParameters }): Promise<MediaProducer> {
    const { kind, rtpParameters } = options
    if (this.#direction !== 'send') throw new MediaRefused('this transport receives')
    if (!allOfKind(kind, rtpParameters.codecs)) throw new MediaRefused(`the codecs are not ${kind}`)
    return wrapProducer(
      await this.#guard.ask('producing', () =>
        this.#transport.produce({ kind, rtpParameters: takeParameters(rtpParameters) }),
      ),
      this.#guard,
    )
  }

  async consume(options: { producerId: string; rtpCapabilities: RtpCapabilities }): Promise<MediaConsumer> {
    const { producerId, rtpCapabilities } = options
    if (this.#direction !== 'receive') throw new MediaRefused('this transport sends')
    return wrapConsumer(
      await this.#guard.ask('consuming', () =>
        this.#transport.consume({
          producerId,
          rtpCapabilities: takeCapabilities(rtpCapabilities),
          paused: true,
        }),
      ),
      this.#guard,
    )
  }

  close(): void {
    this.#guard.tell(() => this.#transport.close())
  }
}

function wrapProducer(producer: types.Producer, guard: WorkerGuard): MediaProducer {
  return {
    id: producer.id,
    setPaused: (paused) => guard.ask('pausing', () => (paused ? producer.pause() : producer.resume())),
    close: () => guard.tell(() => producer.close()),
  }
}

function wrapConsumer(consumer: types.Consumer, guard: WorkerGuard): MediaConsumer {
  return {
    id: consumer.id,
    kind: consumer.kind,
    rtpParameters: giveParameters(consumer.rtpParameters),
    start: () => guard.ask('starting', () => consumer.resume()),
    preferLayer: (spatialLayer) => guard.ask('preferring a layer', () => consumer.setPreferredLayers({ spatialLayer })),
    close: () => guard.tell(() => consumer.close()),
  }
}
