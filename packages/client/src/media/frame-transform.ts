import { slots, type Slot } from '@samtale/protocol'
import { attachTransform } from './attach-transform.ts'
import type { Flow, FrameLabel, FromFrameWorker, ReceiveStatus } from './frame-messages.ts'
import { FrameWorkerKeeper, type KeySource } from './frame-worker-keeper.ts'
import { askForKeyFrame } from './key-frames.ts'
import type { FrameCount, OwnEncryption, ReadonlyMembers } from './meeting-media.ts'
import { findBypassed, silence } from './sender-watch.ts'

/** The transform of one sender or receiver. */
export interface FrameTransform {
  flow(): Flow
  /** A frame has passed at some time: sealed and sent on, or opened. */
  flowed(): boolean
  /** Leaves it out of the counts: its connection has ended. */
  forget(): void
}

/** What the maker of a sender or receiver is told. */
export interface TransformListener {
  /** The first frame has passed. */
  onFirst?(): void
  /** Of senders: frames went out by the transform. The sender is stopped already. */
  onBypass?(): void
}

export interface TransformEvents {
  /** Frames began or ceased to pass somewhere. */
  onFlow(): void
  /** What `encryption` or `receiving` answers has changed. */
  onEncryption(): void
  /** Somebody's pictures open again; they are asked for a whole one, which the others build on. */
  onPictureWanted(participantId: string, slot: Slot): void
  /** The worker failed: no frame passes, and every connection has to be made anew after `onUp`. */
  onDown(): void
  onUp(): void
}

interface Attached {
  end: RTCRtpSender | RTCRtpReceiver
  label: FrameLabel
  listener: TransformListener
  flow: Flow
  flowed: boolean
  bypassed: boolean
}

const notYet: ReceiveStatus = { state: 'waiting', why: null }

/** How often senders are compared with the worker's counts, in milliseconds. */
const watchEveryMs = 1_000

/** Makes every transform of a meeting, in one worker at a time. */
export class FrameTransforms {
  readonly #events: TransformEvents
  readonly #keeper: FrameWorkerKeeper
  readonly #attached = new Map<number, Attached>()
  readonly #receiving = new Map<string, ReceiveStatus>()
  readonly #watching: ReturnType<typeof setInterval>
  #members: ReadonlyMembers = new Map()
  #sealing: number | null = null
  #down = false
  /** Frames went by a transform, and since then not all senders were seen to pass through theirs. */
  #unattached = false
  #lastId = 0

  constructor(keys: KeySource, events: TransformEvents) {
    this.#events = events
    this.#keeper = new FrameWorkerKeeper(keys, {
      onMessage: (message) => this.#receive(message),
      onDown: () => this.#lost(),
      onUp: () => this.#found(),
    })
    this.#watching = setInterval(() => void this.#watch(), watchEveryMs)
  }

  /**
   * Attaches a transform. To be called in the same task in which the sender or receiver came to be: later, frames may
   * have passed by it.
   * @throws where the browser refuses or no worker runs; then the caller must not use the sender or receiver.
   */
  attach(end: RTCRtpSender | RTCRtpReceiver, label: FrameLabel, listener: TransformListener = {}): FrameTransform {
    this.#lastId += 1
    const id = this.#lastId
    attachTransform(end, id, label, this.#keeper)
    const one: Attached = { end, label, listener, flow: 'quiet', flowed: false, bypassed: false }
    this.#attached.set(id, one)
    return { flow: () => one.flow, flowed: () => one.flowed, forget: () => this.#forget(id) }
  }

  setMembers(members: ReadonlyMembers): void {
    this.#members = new Map(members)
    for (const id of this.#receiving.keys()) if (!members.has(id)) this.#receiving.delete(id)
    this.#sendMembers()
  }

  renewKeys(): void {
    this.#keeper.renewKeys()
  }

  /** Has a slot's encoders begin a new picture. */
  beginPicture(slot: Slot): void {
    for (const { one, end } of this.#sending()) if (one.label.slot === slot) void askForKeyFrame(end)
  }

  /** How somebody's frames do. */
  receiving(participantId: string): ReceiveStatus {
    return this.#receiving.get(participantId) ?? notYet
  }

  encryption(): OwnEncryption {
    if (this.#down) return { state: 'failed', why: 'worker' }
    if (this.#unattached) return { state: 'failed', why: 'unattached' }
    return { state: this.#sealing === null ? 'starting' : 'ready', why: null }
  }

  async counts(): Promise<FrameCount[]> {
    const counts = await this.#keeper.counts()
    return [...(counts ?? [])].flatMap(([id, { seen, passed }]) => {
      const one = this.#attached.get(id)
      return one ? [{ ...one.label, frames: passed, dropped: seen - passed }] : []
    })
  }

  close(): void {
    clearInterval(this.#watching)
    this.#keeper.close()
  }

  #receive(message: FromFrameWorker) {
    switch (message.type) {
      case 'flow':
        return this.#flows(message.id, message.flow)
      case 'sealing':
        this.#sealing = message.epoch
        // Who got the new key can't use pictures that build on older ones.
        if (message.epoch !== null) for (const slot of slots) this.beginPicture(slot)
        return this.#events.onEncryption()
      case 'receiving':
        this.#receiving.set(message.participantId, message.status)
        return this.#events.onEncryption()
      case 'codecs-wanted':
        return this.#tellCodecs(message.id)
      case 'picture-wanted':
        return this.#wantPicture(message.id)
      case 'started':
      case 'counts':
    }
  }

  #flows(id: number, flow: Flow) {
    const one = this.#attached.get(id)
    if (!one) return
    const first = !one.flowed
    Object.assign(one, { flow, flowed: true })
    if (first) one.listener.onFirst?.()
    if (first && this.#unattached) this.#lookAtBypasses()
    this.#events.onFlow()
  }

  #wantPicture(id: number) {
    const label = this.#attached.get(id)?.label
    if (label) this.#events.onPictureWanted(label.participantId, label.slot)
  }

  #tellCodecs(id: number) {
    const codecs = this.#attached.get(id)?.end.getParameters().codecs ?? []
    this.#keeper.send({ type: 'codecs', id, codecs: codecs.map((one) => [one.payloadType, one.mimeType]) })
  }

  /** Compares what left the senders with what the worker saw. */
  async #watch() {
    const bypassed = await findBypassed(this.#sending(), () => this.#keeper.counts())
    for (const { one, end } of bypassed) this.#stop(one, end)
  }

  #sending() {
    return [...this.#attached].flatMap(([id, one]) =>
      one.end instanceof RTCRtpSender && one.end.track && !one.bypassed ? [{ id, one, end: one.end }] : [],
    )
  }

  #stop(one: Attached, sender: RTCRtpSender) {
    one.bypassed = true
    this.#unattached = true
    void silence(sender)
    one.listener.onBypass?.()
    this.#events.onEncryption()
  }

  /** Over when everything that is sent is seen to pass. */
  #lookAtBypasses() {
    const bypassed = [...this.#attached.values()].some((one) => one.bypassed)
    if (bypassed || this.#sending().some(({ one }) => !one.flowed)) return
    this.#unattached = false
    this.#events.onEncryption()
  }

  #lost() {
    this.#down = true
    this.#sealing = null
    this.#receiving.clear()
    for (const { one, end } of this.#sending()) {
      one.bypassed = true
      void end.replaceTrack(null).catch(() => undefined)
    }
    for (const one of this.#attached.values()) one.flow = 'quiet'
    this.#attached.clear()
    this.#events.onDown()
    this.#events.onEncryption()
  }

  #found() {
    this.#down = false
    this.#sendMembers()
    this.#events.onUp()
    this.#events.onEncryption()
  }

  #sendMembers() {
    this.#keeper.send({ type: 'members', members: [...this.#members] })
  }

  #forget(id: number) {
    const one = this.#attached.get(id)
    if (one) one.flow = 'quiet'
    this.#attached.delete(id)
    this.#keeper.send({ type: 'forget', id })
  }
}
