import { networkInterfaces } from 'node:os'
import type { types } from 'mediasoup'
import type { WorkerBinary } from '../../../../media-worker/cache.ts'
import type { Log } from '../../log.ts'
import { routerCodecs } from '../codecs.ts'
import { EngineUnavailable, type EngineTrouble } from '../engine.ts'
import { bindable, listenAddresses, listenInfos } from './addresses.ts'
import { restartDelay, STABLE_MS } from './back-off.ts'
import { giveCapabilities } from '../rtp-types.ts'
import { withoutCongestionFeedback } from './kept-feedback.ts'
import { choosePort, PortInUse } from './ports.ts'
import { MediasoupRouter } from './router.ts'
import { killWorker, startWorker, stopWorker } from './start-worker.ts'
import { WorkerGuard } from './worker-guard.ts'

export interface SlotOptions {
  /** Number of the worker, from 0. */
  worker: number
  binary: WorkerBinary
  port: number | null
  announcedAddress: string | null
  log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Does one after another, so that two workers don't choose the same port; `others` are the other workers' ports. */
  choosing: <T>(choose: (others: readonly number[]) => Promise<T>) => Promise<T>
  changed: () => void
}

interface Running {
  worker: types.Worker
  webRtcServer: types.WebRtcServer
  guard: WorkerGuard
  routers: Set<MediasoupRouter>
  since: number
}

/** The place of one worker: keeps one running there, starting it anew when it dies. */
export class WorkerSlot {
  readonly #options: SlotOptions
  #running: Running | null = null
  #port: number | null = null
  #failures = 0
  #trouble: EngineTrouble | null = null
  #timer: NodeJS.Timeout | undefined
  #starting: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: SlotOptions) {
    this.#options = options
  }

  /** Why the last start failed; null while it runs or is only being started. */
  get trouble(): EngineTrouble | null {
    return this.#trouble
  }

  get failures(): number {
    return this.#failures
  }

  get port(): number | null {
    return this.#port
  }

  get pid(): number | null {
    return this.#running?.worker.pid ?? null
  }

  /** Transports and routers; infinite where no worker runs. */
  get load(): number {
    if (this.#running === null) return Infinity
    return [...this.#running.routers].reduce((sum, router) => sum + router.load, 0)
  }

  /** Resolves when the first attempt is over, well or badly; further ones follow by themselves. */
  start(): Promise<void> {
    this.#starting = this.#start()
    return this.#starting
  }

  /** @throws EngineUnavailable */
  async createRouter(): Promise<MediasoupRouter> {
    const running = this.#running
    if (running === null) throw new EngineUnavailable('the worker is not running')
    const asked = running.guard.ask('a router', () => running.worker.createRouter({ mediaCodecs: routerCodecs }))
    const router = await asked.catch(() => null)
    if (router === null || router.closed) throw new EngineUnavailable('the worker died')
    const all = giveCapabilities(router.rtpCapabilities)
    const rtpCapabilities = this.#options.binary.source === 'built' ? withoutCongestionFeedback(all) : all
    const wrapped = new MediasoupRouter(router, rtpCapabilities, running.webRtcServer, running.guard)
    running.routers.add(wrapped)
    router.observer.once('close', () => running.routers.delete(wrapped))
    return wrapped
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#starting
    const running = this.#running
    this.#running = null
    if (running === null) return
    for (const router of [...running.routers]) router.close()
    await stopWorker(running.worker)
  }

  async #start(): Promise<void> {
    if (this.#closed) return
    const startedAt = performance.now()
    let worker: types.Worker | null = null
    try {
      worker = await startWorker(this.#options.binary.path)
      const webRtcServer = await this.#listen(worker)
      if (this.#closed) return await stopWorker(worker)
      this.#run(worker, webRtcServer, startedAt)
    } catch (error) {
      if (worker !== null) await stopWorker(worker)
      this.#failed(error)
    }
  }

  async #listen(worker: types.Worker): Promise<types.WebRtcServer> {
    const { port, worker: number, announcedAddress, choosing } = this.#options
    const addresses = await bindable(listenAddresses(networkInterfaces()))
    if (addresses.length === 0) throw new NoAddress('no address to listen on')
    const chosen = await choosing(async (others) => {
      this.#port = await choosePort({ port, worker: number, former: this.#port, others, addresses })
      return this.#port
    })
    try {
      return await worker.createWebRtcServer({ listenInfos: listenInfos(addresses, chosen, announcedAddress) })
    } catch (error) {
      this.#port = null
      // It was free a moment ago: somebody was quicker.
      throw worker.died ? error : new PortInUse(chosen)
    }
  }

  #run(worker: types.Worker, webRtcServer: types.WebRtcServer, startedAt: number): void {
    const { worker: number, log, changed } = this.#options
    const guard = new WorkerGuard(() => {
      log.error('media.worker-broken', { worker: number })
      killWorker(worker)
    })
    this.#running = { worker, webRtcServer, guard, routers: new Set(), since: performance.now() }
    this.#trouble = null
    worker.once('died', () => this.#died(worker))
    const seconds = Math.round(performance.now() - startedAt) / 1000
    log.info('media.worker-started', { worker: number, seconds, ...(this.#port === null ? {} : { port: this.#port }) })
    // It may have died in between.
    if (worker.closed) this.#died(worker)
    else changed()
  }

  #died(worker: types.Worker): void {
    const running = this.#running
    if (running?.worker !== worker) return
    this.#running = null
    this.#failures = performance.now() - running.since > STABLE_MS ? 0 : this.#failures + 1
    this.#options.log.error('media.worker-died', { worker: this.#options.worker })
    this.#startLater()
    this.#options.changed()
  }

  #failed(error: unknown): void {
    if (this.#closed) return
    this.#failures += 1
    this.#trouble = troubleOf(error)
    this.#options.log.warn('media.worker-failed', { worker: this.#options.worker, code: this.#trouble.code })
    this.#startLater()
    this.#options.changed()
  }

  #startLater(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.start(), restartDelay(this.#failures))
    this.#timer.unref()
  }
}

class NoAddress extends Error {}

function troubleOf(error: unknown): EngineTrouble {
  if (error instanceof PortInUse) {
    return {
      code: 'media.port-in-use',
      detail: `Port ${error.port} is in use, for UDP or for TCP, on one of this machine's addresses`,
    }
  }
  if (error instanceof NoAddress) {
    return { code: 'media.address-unknown', detail: 'This machine has no network address that media could be sent to' }
  }
  return { code: 'worker.start-failed', detail: 'The media worker ends as soon as it is started' }
}
