import { createFrameOpener, type DropReason } from '../sframe/frame-opener.ts'
import { createFrameSealer } from '../sframe/frame-sealer.ts'
import type { KeyMessage } from '../sframe/key-messages.ts'
import { createReceiveKeys } from '../sframe/receive-keys.ts'
import { createFrameCounter } from './frame-counter.ts'
import type { FrameLabel, FromFrameWorker, TransformCount } from './frame-messages.ts'
import { createReceiveStatuses } from './receive-status.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Attached {
  label: FrameLabel
  seen: number
}

/**
 * What the worker does with every frame, apart from the browser's interfaces: seals what is sent, opens what arrives, and
 * drops what can't be. One sealer for all senders, so that no counter is used twice.
 */
export class FrameGate {
  readonly #now: () => number
  readonly #tell: (message: FromFrameWorker) => void
  readonly #sealer = createFrameSealer()
  readonly #keys
  readonly #opener
  readonly #counter = createFrameCounter()
  readonly #statuses = createReceiveStatuses()
  readonly #attached = new Map<number, Attached>()
  #members = new Map<string, string>()
  #keyed: Promise<void> = Promise.resolve()

  /** @param now milliseconds of a clock that doesn't go back. */
  constructor(now: () => number, tell: (message: FromFrameWorker) => void) {
    this.#now = now
    this.#tell = tell
    this.#keys = createReceiveKeys(now)
    this.#opener = createFrameOpener(this.#keys)
  }

  attach(id: number, label: FrameLabel): void {
    this.#attached.set(id, { label, seen: 0 })
    this.#counter.open(id)
  }

  forget(id: number): void {
    this.#attached.delete(id)
    this.#counter.forget(id)
  }

  setMembers(members: readonly [participantId: string, memberId: string][]): void {
    const next = new Map(members)
    for (const participantId of new Set([...this.#members.keys(), ...next.keys()])) {
      if (this.#members.get(participantId) !== next.get(participantId)) this.#statuses.reset(participantId)
    }
    this.#members = next
    this.#tellStatuses()
  }

  /** Messages take effect in the order in which they came. A key that can't be used leaves everything as it is. */
  takeKey(message: KeyMessage): Promise<void> {
    this.#keyed = this.#keyed.then(() => this.#take(message)).catch(() => undefined)
    return this.#keyed
  }

  /** What goes on in the frame's place; null where it must not. */
  async pass(id: number, codec: string, frame: Bytes): Promise<Bytes | null> {
    const one = this.#attached.get(id)
    if (!one) return null
    one.seen += 1
    const { label } = one
    const result =
      label.direction === 'send'
        ? await this.#sealer.seal({ slot: label.slot, codec }, frame)
        : await this.#open(label, codec, frame)
    if (result === null || this.#attached.get(id) !== one) return null
    const flow = this.#counter.count(id, this.#now())
    if (flow) this.#tell({ type: 'flow', id, flow })
    return result
  }

  /** To be called now and then: says what has ceased. */
  tick(): void {
    for (const id of this.#counter.newlyQuiet(this.#now())) this.#tell({ type: 'flow', id, flow: 'quiet' })
    this.#tellStatuses()
  }

  counts(): [id: number, count: TransformCount][] {
    const passed = new Map(this.#counter.counts())
    return [...this.#attached].map(([id, { seen }]) => [id, { seen, passed: passed.get(id) ?? 0 }])
  }

  async #open({ participantId, slot }: FrameLabel, codec: string, frame: Bytes): Promise<Bytes | null> {
    const member = this.#members.get(participantId)
    const onDrop = (why: DropReason) => this.#statuses.dropped(participantId, slot, why, this.#now())
    if (member === undefined) onDrop('no-key')
    const opened = member === undefined ? null : await this.#opener.open({ slot, codec, member }, frame, onDrop)
    if (opened) this.#statuses.opened(participantId, slot)
    return opened
  }

  async #take(message: KeyMessage) {
    if (message.type === 'receive-keys') return this.#keys.install(message.keys.epoch, message.keys.senders)
    if (message.type === 'send-key') {
      await this.#sealer.use(message.key)
      return this.#tell({ type: 'sealing', epoch: message.key.epoch })
    }
    this.#sealer.stop()
    this.#keys.clear()
    this.#tell({ type: 'sealing', epoch: null })
  }

  #tellStatuses() {
    for (const [participantId, status] of this.#statuses.changes(this.#now())) {
      this.#tell({ type: 'receiving', participantId, status })
    }
  }
}
