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
import { toMediasoup, toWire } from '../rtp-types.ts'
import { refusing } from './refusing.ts'

export class MediasoupTransport implements MediaTransport {
  readonly parameters: TransportParameters
  readonly #direction: 'send' | 'receive'
  readonly #transport: types.WebRtcTransport

  constructor(direction: 'send' | 'receive', transport: types.WebRtcTransport) {
    this.#direction = direction
    this.#transport = transport
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport
    this.parameters = { id, iceParameters, iceCandidates, dtlsParameters }
  }

  connect(dtlsParameters: DtlsParameters): Promise<void> {
    return refusing('connecting', () => this.#transport.connect({ dtlsParameters: toMediasoup.dtls(dtlsParameters) }))
  }

  restartIce(): Promise<IceParameters> {
    return refusing('restarting ICE', () => this.#transport.restartIce())
  }

  async produce(options: { kind: 'audio' | 'video'; rtpParameters: RtpParameters }): Promise<MediaProducer> {
    const { kind, rtpParameters } = options
    if (this.#direction !== 'send') throw new MediaRefused('this transport receives')
    if (!allOfKind(kind, rtpParameters.codecs)) throw new MediaRefused(`the codecs are not ${kind}`)
    return wrapProducer(
      await refusing('producing', () =>
        this.#transport.produce({ kind, rtpParameters: toMediasoup.parameters(rtpParameters) }),
      ),
    )
  }

  async consume(options: { producerId: string; rtpCapabilities: RtpCapabilities }): Promise<MediaConsumer> {
    const { producerId, rtpCapabilities } = options
    if (this.#direction !== 'receive') throw new MediaRefused('this transport sends')
    return wrapConsumer(
      await refusing('consuming', () =>
        this.#transport.consume({
          producerId,
          rtpCapabilities: toMediasoup.capabilities(rtpCapabilities),
          paused: true,
        }),
      ),
    )
  }

  close(): void {
    this.#transport.close()
  }
}

function wrapProducer(producer: types.Producer): MediaProducer {
  return {
    id: producer.id,
    setPaused: (paused) => refusing('pausing', () => (paused ? producer.pause() : producer.resume())),
    close: () => producer.close(),
  }
}

function wrapConsumer(consumer: types.Consumer): MediaConsumer {
  return {
    id: consumer.id,
    kind: consumer.kind,
    rtpParameters: toWire.parameters(consumer.rtpParameters),
    start: () => refusing('starting', () => consumer.resume()),
    preferLayer: (spatialLayer) => refusing('preferring a layer', () => consumer.setPreferredLayers({ spatialLayer })),
    close: () => consumer.close(),
  }
}
