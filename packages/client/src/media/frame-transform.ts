import type { Slot } from '@samtale/protocol'
import type { Flow, FromFrameWorker, ToFrameWorker, TransformOptions } from './frame-messages.ts'
import type { FrameCount } from './meeting-media.ts'
import { transformKind } from './support.ts'

/** What passes through one transform. `participantId` is empty for what goes to the router. */
export interface FrameLabel {
  direction: FrameCount['direction']
  slot: Slot
  participantId: string
}

/** The transform of one sender or receiver. */
export interface FrameTransform {
  flow(): Flow
  /** A frame has passed at some time. */
  flowed(): boolean
  /** Leaves it out of the counts: its connection has ended. */
  forget(): void
}

/** Chromium's encoded streams, which TypeScript's library doesn't have. */
interface WithEncodedStreams {
  createEncodedStreams(): { readable: ReadableStream<unknown>; writable: WritableStream<unknown> }
}

interface Attached {
  label: FrameLabel
  flow: Flow
  flowed: boolean
}

/** Makes every transform of a meeting, in one worker. */
export class FrameTransforms {
  readonly #worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module', name: 'frames' })
  readonly #attached = new Map<number, Attached>()
  readonly #asked = new Map<number, (counts: [number, number][]) => void>()
  #lastId = 0
  #closed = false

  /**
   * @param onFlow called when frames begin or cease to pass somewhere.
   * @param onFailure called when the worker fails; no frame passes any more.
   */
  constructor(onFlow: () => void, onFailure: () => void) {
    this.#worker.addEventListener('error', onFailure)
    this.#worker.addEventListener('message', (event: MessageEvent<FromFrameWorker>) => {
      const message = event.data
      if (message.type === 'counts') return this.#asked.get(message.request)?.(message.counts)
      const one = this.#attached.get(message.id)
      if (!one) return
      one.flow = message.flow
      one.flowed = true
      onFlow()
    })
  }

  /**
   * Attaches a transform. To be called in the same task in which the sender or receiver came to be: later, frames may
   * have passed by it.
   * @throws where the browser refuses; then the caller must not use the sender or receiver.
   */
  attach(end: RTCRtpSender | RTCRtpReceiver, label: FrameLabel): FrameTransform {
    const id = this.#nextId()
    if (transformKind() === 'streams') {
      // Chromium has the method on both; TypeScript's library knows of neither.
      const { readable, writable } = (end as typeof end & WithEncodedStreams).createEncodedStreams()
      this.#send({ type: 'attach', id, readable, writable }, [readable, writable])
    } else {
      const options: TransformOptions = { id }
      end.transform = new RTCRtpScriptTransform(this.#worker, options)
    }
    const one: Attached = { label, flow: 'quiet', flowed: false }
    this.#attached.set(id, one)
    return { flow: () => one.flow, flowed: () => one.flowed, forget: () => this.#forget(id) }
  }

  async counts(): Promise<FrameCount[]> {
    if (this.#closed) return []
    const request = this.#nextId()
    const counts = await new Promise<[number, number][]>((resolve) => {
      this.#asked.set(request, resolve)
      this.#send({ type: 'count', request })
    })
    this.#asked.delete(request)
    return counts.flatMap(([id, frames]) => {
      const one = this.#attached.get(id)
      return one ? [{ ...one.label, frames }] : []
    })
  }

  close(): void {
    this.#closed = true
    this.#worker.terminate()
    for (const answer of this.#asked.values()) answer([])
  }

  #forget(id: number) {
    const one = this.#attached.get(id)
    if (one) one.flow = 'quiet'
    this.#attached.delete(id)
    this.#send({ type: 'forget', id })
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #send(message: ToFrameWorker, transfer: Transferable[] = []) {
    this.#worker.postMessage(message, transfer)
  }
}
