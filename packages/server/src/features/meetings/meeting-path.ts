import { limits, Refusal, type MediaPath } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import { errorFields, type Log } from '../../platform/log.ts'
import type { MediaEngine, MediaRouter } from '../../platform/media/engine.ts'
import { createSerial } from '../../platform/serial.ts'
import { choosePath } from './path-rule.ts'

export interface PathOptions {
  engine: MediaEngine
  clock: Clock
  log: Log
  directAfterMs: number
  /** Rule I4. */
  directAllowed: boolean
  people(): number
  /** The path is another one: tell everybody. What belonged to the old router ends when it closes. */
  changed(path: MediaPath): void
}

/** How long a router that is no longer the path goes on, so that clients switch without a gap (rule M4). */
const lingerMs = 20_000
const retryMs = 500

/**
 * One meeting's path: decides by `choosePath`, owns the router. Every change goes through one queue, so that two people
 * coming at once or a worker dying in between can't make two routers.
 */
export class MeetingPath {
  readonly #options: PathOptions
  readonly #serial = createSerial()
  readonly #stopListening: () => void
  /** The meeting's first. */
  readonly firstGeneration: number
  #path: MediaPath
  #router: MediaRouter | null = null
  #relayWanted = false
  #fewSince: number | null = null
  #cancelReview = () => {}
  #closed = false

  constructor(options: PathOptions) {
    this.#options = options
    // Seconds, so that it is higher than whatever a meeting had before a restart (rule M4).
    this.firstGeneration = Math.floor(options.clock.now().getTime() / 1_000)
    this.#path = { mode: options.directAllowed ? 'direct' : 'interrupted', generation: this.firstGeneration }
    this.#stopListening = options.engine.onStatus((status) => {
      if (status.state === 'ready') void this.review()
    })
  }

  get current(): MediaPath {
    return this.#path
  }

  /** The router, where it is the path. */
  get router(): MediaRouter | null {
    return this.#path.mode === 'router' ? this.#router : null
  }

  /**
   * Makes the meeting ready for one more, then lets `enter` count them in; both in the queue.
   * @throws Refusal `room.router-pending` or `room.router-unavailable` where they need the router and none is there.
   */
  admit<T>(enter: () => T): Promise<T> {
    return this.#serial(async () => {
      if (this.#nextNeedsRouter()) {
        const status = this.#options.engine.status()
        if (status.state === 'unavailable') throw new Refusal('room.router-unavailable')
        if (status.state === 'pending') throw routerPending(status.secondsLeft)
        if (!(await this.#toRouter())) throw routerPending(null)
      }
      const entered = enter()
      this.#countFew()
      return entered
    })
  }

  /** A pair found no direct way: from now on the router, while the meeting lasts. */
  wantRelay(): void {
    this.#relayWanted = true
    void this.review()
  }

  /** Recomputes and applies. Called when somebody left, when the engine is ready, when a time is over. */
  review(): Promise<void> {
    return this.#serial(() => this.#review())
  }

  close(): void {
    this.#closed = true
    this.#cancelReview()
    this.#stopListening()
    this.#router?.close()
    this.#router = null
  }

  async #review(): Promise<void> {
    if (this.#closed) return
    const { engine, clock, directAfterMs, directAllowed, people } = this.#options
    this.#countFew()
    if (people() <= 1) this.#relayWanted = false
    const fewForMs = this.#fewSince === null ? 0 : clock.monotonic() - this.#fewSince
    const choice = choosePath({
      mode: this.#path.mode,
      people: people(),
      routerReady: engine.status().state === 'ready',
      directAllowed,
      relayWanted: this.#relayWanted,
      fewForMs,
      directAfterMs,
    })
    if (choice === 'wait') this.#reviewAfter(directAfterMs - fewForMs)
    else if (choice === 'direct' && this.#path.mode !== 'direct') this.#toDirect()
    else if (choice === 'router' && this.#path.mode !== 'router') await this.#toRouter()
    else if (choice === 'interrupted' && this.#path.mode !== 'interrupted') this.#interrupt()
  }

  async #toRouter(): Promise<boolean> {
    try {
      const router = await this.#options.engine.createRouter()
      if (this.#closed) {
        router.close()
        return false
      }
      this.#router = router
      router.onLost(() => void this.#serial(() => this.#lost(router)))
      this.#set({ mode: 'router', generation: this.#path.generation + 1, rtpCapabilities: router.rtpCapabilities })
      return true
    } catch (error) {
      // The worker died between being ready and being asked; it is being restarted.
      this.#options.log.warn('meeting.router-refused', errorFields(error))
      this.#reviewAfter(retryMs)
      return false
    }
  }

  /** The fifth does; where nobody may talk directly, everybody does. */
  #nextNeedsRouter(): boolean {
    const { directAllowed, people } = this.#options
    if (!directAllowed) return this.#path.mode !== 'router'
    return this.#path.mode === 'direct' && people() + 1 > limits.directPeople
  }

  #toDirect(): void {
    const router = this.#router
    this.#router = null
    this.#set({ mode: 'direct', generation: this.#path.generation + 1 })
    if (router !== null) this.#options.clock.after(lingerMs, () => router.close())
  }

  #interrupt(): void {
    this.#set({ mode: 'interrupted', generation: this.#path.generation + 1 })
    this.#reviewAfter(retryMs)
  }

  async #lost(router: MediaRouter): Promise<void> {
    if (this.#closed || this.#router !== router) return
    this.#router = null
    this.#options.log.warn('meeting.router-lost', { people: this.#options.people() })
    this.#interrupt()
    await this.#review()
  }

  #set(path: MediaPath): void {
    this.#path = path
    this.#options.log.info('meeting.path', {
      mode: path.mode,
      // How often it changed, not when the meeting began.
      generation: path.generation - this.firstGeneration + 1,
      people: this.#options.people(),
    })
    this.#options.changed(path)
  }

  #countFew(): void {
    const few = this.#options.people() <= limits.directPeople
    this.#fewSince = few ? (this.#fewSince ?? this.#options.clock.monotonic()) : null
  }

  #reviewAfter(milliseconds: number): void {
    this.#cancelReview()
    this.#cancelReview = this.#options.clock.after(Math.max(10, milliseconds), () => void this.review())
  }
}

function routerPending(secondsLeft: number | null): Refusal {
  return new Refusal('room.router-pending', secondsLeft === null ? {} : { retryAfterSeconds: Math.ceil(secondsLeft) })
}
