import type { FromFrameWorker, ToFrameWorker } from './frame-messages.ts'
import type { TransformCounts } from './sender-watch.ts'

/** Where the keys come from: the worker of the group. It gets one end of a channel whose other end a frame worker has. */
export interface KeySource {
  /** Called once for each frame worker. After the first the send key given is of a later epoch, never the same again. */
  connect(port: MessagePort): void
}

export interface KeeperEvents {
  onMessage(message: FromFrameWorker): void
  /** It failed: no frame passes any more, and what was attached is lost. */
  onDown(): void
  /** A new one runs, after `onDown`. */
  onUp(): void
}

/** How long, in milliseconds, an answer may take, over at least so many questions. */
const answerWithinMs = 3_000
const fewestQuestions = 3
/** Milliseconds before a new worker is made: doubled with each that fails soon. */
const firstWaitMs = 200
const longestWaitMs = 30_000
/** A worker that ran for so long counts as having worked. */
const soundAfterMs = 10_000

/** Keeps a frame worker running: one that fails, or answers no more, is ended and made anew, later and later. */
export class FrameWorkerKeeper {
  readonly #keys: KeySource
  readonly #events: KeeperEvents
  readonly #asked = new Map<number, { at: number; answer: (counts: TransformCounts | null) => void }>()
  #worker: Worker | null = null
  #madeAt = 0
  #failures = 0
  #requests = 0
  #wait: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(keys: KeySource, events: KeeperEvents) {
    this.#keys = keys
    this.#events = events
    this.#make()
  }

  /** For `RTCRtpScriptTransform`; null while there is none. */
  get worker(): Worker | null {
    return this.#worker
  }

  /** Nothing happens while there is no worker. */
  send(message: ToFrameWorker, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(message, transfer)
  }

  /** What each transform has done; null where the worker fails before it answers. Asked now and then, else nobody notices. */
  counts(): Promise<TransformCounts | null> {
    if (!this.#worker) return Promise.resolve(null)
    this.#requests += 1
    const request = this.#requests
    const oldest = Math.min(...[...this.#asked.values()].map(({ at }) => at))
    // Several, since in a page that was frozen time passed without anybody having had any.
    const late = this.#asked.size >= fewestQuestions && performance.now() - oldest >= answerWithinMs
    const answered = new Promise<TransformCounts | null>((answer) => {
      this.#asked.set(request, { at: performance.now(), answer })
    })
    this.send({ type: 'count', request })
    if (late) this.#fail()
    return answered
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#wait)
    this.#end()
  }

  #make() {
    this.#madeAt = performance.now()
    try {
      this.#start()
    } catch {
      // The browser makes none now, as where its memory is full. Told later: whoever makes the keeper isn't ready yet.
      this.#wait = setTimeout(() => this.#fail())
    }
  }

  #start() {
    // Named here in full, or the bundler doesn't see it.
    const worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module', name: 'frames' })
    this.#worker = worker
    const fail = () => {
      if (this.#worker === worker) this.#fail()
    }
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('message', ({ data }: MessageEvent<FromFrameWorker>) => {
      if (this.#worker === worker) this.#receive(data)
    })
    this.renewKeys()
  }

  /** Another way for keys to come, in place of the one before. */
  renewKeys(): void {
    if (!this.#worker) return
    const { port1, port2 } = new MessageChannel()
    this.send({ type: 'keys', port: port1 }, [port1])
    this.#keys.connect(port2)
  }

  #receive(message: FromFrameWorker) {
    if (message.type === 'started' && this.#failures > 0) this.#events.onUp()
    if (message.type === 'counts') {
      this.#asked.get(message.request)?.answer(new Map(message.counts))
      // It has answered, so what was asked before doesn't count against it.
      for (const request of [...this.#asked.keys()]) if (request <= message.request) this.#asked.delete(request)
    }
    this.#events.onMessage(message)
  }

  #fail() {
    if (performance.now() - this.#madeAt >= soundAfterMs) this.#failures = 0
    this.#failures += 1
    this.#end()
    this.#events.onDown()
    if (this.#closed) return
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#failures - 1))
    this.#wait = setTimeout(() => this.#make(), waitMs)
  }

  #end() {
    this.#worker?.terminate()
    this.#worker = null
    for (const { answer } of this.#asked.values()) answer(null)
    this.#asked.clear()
  }
}
