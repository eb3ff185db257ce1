import type { RtpCapabilities } from '@samtale/protocol'
import type { types } from 'mediasoup'
import type { MediaRouter } from '../engine.ts'
import { createLosable } from '../losable.ts'
import { MediasoupTransport } from './transport.ts'
import type { WorkerGuard } from './worker-guard.ts'

/** Enough for a first picture that isn't mush; mediasoup's estimate takes over from there. Bits per second. */
const INITIAL_OUTGOING_BITRATE = 1_000_000
/** Seconds without a sign of life (RFC 7675) after which a transport counts as gone. */
const ICE_CONSENT_TIMEOUT = 20

export class MediasoupRouter implements MediaRouter {
  readonly rtpCapabilities: RtpCapabilities
  readonly #router: types.Router
  readonly #webRtcServer: types.WebRtcServer
  readonly #guard: WorkerGuard
  readonly #transports = new Set<types.WebRtcTransport>()
  readonly #losable = createLosable()

  constructor(
    router: types.Router,
    rtpCapabilities: RtpCapabilities,
    webRtcServer: types.WebRtcServer,
    guard: WorkerGuard,
  ) {
    this.#router = router
    this.#webRtcServer = webRtcServer
    this.#guard = guard
    this.rtpCapabilities = rtpCapabilities
    router.once('workerclose', () => this.#losable.lose())
  }

  onLost(listener: () => void): void {
    this.#losable.onLost(listener)
  }

  /** How much work it is to its worker, roughly. */
  get load(): number {
    return 1 + this.#transports.size
  }

  async createTransport(direction: 'send' | 'receive'): Promise<MediasoupTransport> {
    const transport = await this.#guard.ask('a transport', () =>
      this.#router.createWebRtcTransport({
        webRtcServer: this.#webRtcServer,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        enableSctp: false,
        initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITRATE,
        iceConsentTimeout: ICE_CONSENT_TIMEOUT,
      }),
    )
    this.#transports.add(transport)
    transport.observer.once('close', () => this.#transports.delete(transport))
    return new MediasoupTransport(direction, transport, this.#guard)
  }

  close(): void {
    this.#losable.end()
    this.#guard.tell(() => this.#router.close())
  }
}
