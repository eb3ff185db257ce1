import type {
  DtlsParameters,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
  TransportParameters,
} from '@samtale/protocol'

/**
 * What the rest of the server knows of media routing. Two engines keep it: mediasoup, and a simulated one for tests.
 * Every object ends with the one that made it: engine → router → transport → producer, consumer.
 */

/** Why rooms beyond four can't be had now. `command` is one exact line that the operator can run. */
export interface EngineTrouble {
  code:
    | 'worker.packages-missing'
    | 'worker.build-failed'
    | 'worker.start-failed'
    | 'media.port-in-use'
    | 'media.address-unknown'
  detail: string
  command?: string
}

export type EngineStatus =
  | { state: 'ready'; workers: number }
  /** `secondsLeft` is an estimate, and null while there is nothing to base it on. `step` is a short English phrase. */
  | { state: 'pending'; step: string; secondsLeft: number | null }
  | { state: 'unavailable'; trouble: EngineTrouble }

export interface MediaEngine {
  status(): EngineStatus
  /** Calls back on every change of status; returns the way to stop it. */
  onStatus(listener: (status: EngineStatus) => void): () => void
  /** @throws EngineUnavailable when no worker is ready. */
  createRouter(): Promise<MediaRouter>
  close(): Promise<void>
}

/** The routing of one meeting. */
export interface MediaRouter {
  readonly rtpCapabilities: RtpCapabilities
  /** Called once if the router ends without having been closed: its worker died. */
  onLost(listener: () => void): void
  createTransport(direction: 'send' | 'receive'): Promise<MediaTransport>
  close(): void
}

/** One participant's connection to the router, in one direction (ICE, DTLS). */
export interface MediaTransport {
  readonly parameters: TransportParameters
  /** @throws MediaRefused when called twice or the parameters are not taken. */
  connect(dtlsParameters: DtlsParameters): Promise<void>
  restartIce(): Promise<IceParameters>
  /** @throws MediaRefused when the parameters are not taken. */
  produce(options: { kind: 'audio' | 'video'; rtpParameters: RtpParameters }): Promise<MediaProducer>
  /** Starts paused. @throws MediaRefused when the receiver can't decode what is produced. */
  consume(options: { producerId: string; rtpCapabilities: RtpCapabilities }): Promise<MediaConsumer>
  close(): void
}

export interface MediaProducer {
  readonly id: string
  setPaused(paused: boolean): Promise<void>
  close(): void
}

export interface MediaConsumer {
  readonly id: string
  readonly kind: 'audio' | 'video'
  readonly rtpParameters: RtpParameters
  start(): Promise<void>
  /** Which simulcast layer to send, 0 the smallest; ignored where there is one layer. */
  preferLayer(spatialLayer: number): Promise<void>
  close(): void
}

export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable'
}

export class MediaRefused extends Error {
  override name = 'MediaRefused'
}
