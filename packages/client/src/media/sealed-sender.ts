import type { FrameTransform } from './frame-transform.ts'

/**
 * What one sender sends. It gets a real track only after its transform has sealed frames of a silent or black one: a
 * transform that the browser left out is then noticed before anything was heard or seen.
 */
export class SealedSender {
  readonly #replace: (track: MediaStreamTrack | null) => Promise<unknown>
  readonly #transform: Pick<FrameTransform, 'flowed'>
  #wanted: MediaStreamTrack | null = null
  #standIn: StandIn | null
  #stopped = false
  #last: Promise<void> = Promise.resolve()

  /**
   * @param replace gives the sender another track, without negotiation.
   * @param standIn what it sends already.
   */
  constructor(
    replace: (track: MediaStreamTrack | null) => Promise<unknown>,
    transform: Pick<FrameTransform, 'flowed'>,
    standIn: StandIn | null = null,
  ) {
    this.#replace = replace
    this.#transform = transform
    this.#standIn = standIn
  }

  /** Resolves when the sender has it, or what stands in for it. */
  set(track: MediaStreamTrack | null): Promise<void> {
    this.#wanted = track?.readyState === 'live' ? track : null
    if (this.#stopped) return Promise.resolve()
    return this.#settle()
  }

  /** To be called when the transform's first frame has passed. */
  proven(): void {
    void this.#settle()
  }

  /** Nothing is sent any more. */
  stop(): void {
    this.#stopped = true
    this.#end()
    // Refused only when the connection is closed.
    void this.#replace(null).catch(() => undefined)
  }

  #settle(): Promise<void> {
    this.#last = this.#last.then(() => this.#bring())
    return this.#last
  }

  async #bring() {
    if (this.#stopped) return
    const wanted = this.#wanted
    const before = this.#standIn
    const real = wanted === null || this.#transform.flowed()
    if (!real && before?.of === wanted) return
    this.#standIn = real ? null : standInFor(wanted)
    // Refused only when the connection is closed, or the track ended meanwhile.
    await this.#replace(this.#standIn?.track ?? wanted).catch(() => undefined)
    before?.track.stop()
    if (this.#stopped) this.#end()
  }

  #end() {
    this.#standIn?.track.stop()
    this.#standIn = null
  }
}

/** A device's silence or blackness, at its pace and of its size. To be stopped by whoever has it. */
export interface StandIn {
  readonly of: MediaStreamTrack
  readonly track: MediaStreamTrack
}

export function standInFor(of: MediaStreamTrack): StandIn {
  const track = of.clone()
  track.enabled = false
  return { of, track }
}
