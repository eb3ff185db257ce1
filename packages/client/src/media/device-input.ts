import type { DeviceChoice, DeviceProblem, InputView } from './local-media.ts'
import { openDevice, type InputKind } from './open-device.ts'

export interface DeviceInputOptions {
  kind: InputKind
  constraints: MediaTrackConstraints
  /** For how many milliseconds the track is kept, disabled, after switching off; with 0 it is stopped at once. */
  keepMs: number
  onChange(): void
}

/** A device that ends by itself sooner than this isn't opened again by itself. */
const shortLifeMs = 1_000

/**
 * One microphone or camera. What is wished for is kept apart from what is held: opening takes time, and whatever the
 * order in which wishes come meanwhile, the last one counts.
 */
export class DeviceInput {
  readonly #options: DeviceInputOptions
  #wish: { on: boolean; deviceId: string | null } = { on: false, deviceId: null }
  #held: { track: MediaStreamTrack; wishedId: string | null; since: number } | null = null
  #problem: DeviceProblem | null = null
  #choices: DeviceChoice[] = []
  #settling: Promise<void> | null = null
  #keeping: ReturnType<typeof setTimeout> | undefined

  constructor(options: DeviceInputOptions) {
    this.#options = options
  }

  view(): InputView {
    const track = this.#wish.on ? (this.#held?.track ?? null) : null
    return {
      on: track !== null,
      starting: this.#wish.on && track === null,
      track,
      problem: this.#problem,
      chosenId: this.#held?.track.getSettings().deviceId ?? this.#wish.deviceId,
      choices: this.#choices,
    }
  }

  async set(on: boolean): Promise<void> {
    this.#wish = { ...this.#wish, on }
    this.#problem = null
    if (!on) this.#putAside()
    else await this.#settle()
    this.#options.onChange()
  }

  async choose(deviceId: string): Promise<void> {
    this.#wish = { ...this.#wish, deviceId }
    // The old is let go first: some devices can't be open twice.
    this.#drop()
    if (this.#wish.on) await this.#settle()
    this.#options.onChange()
  }

  setChoices(choices: DeviceChoice[]): void {
    this.#choices = choices
    if (choices.length > 0 && this.#problem === 'missing') this.#problem = null
    this.#options.onChange()
  }

  close(): void {
    this.#wish = { ...this.#wish, on: false }
    this.#drop()
  }

  #settle(): Promise<void> {
    this.#takeUp()
    this.#settling ??= this.#open().finally(() => {
      this.#settling = null
    })
    return this.#settling
  }

  async #open() {
    while (this.#wish.on && this.#held?.wishedId !== this.#wish.deviceId) {
      this.#options.onChange()
      const { kind, constraints } = this.#options
      const { deviceId } = this.#wish
      const opened = await openDevice(kind, constraints, deviceId)
      if ('track' in opened) this.#hold(opened.track, deviceId)
      else if (deviceId === this.#wish.deviceId) this.#fail(opened.problem)
    }
    if (!this.#wish.on) this.#drop()
  }

  #hold(track: MediaStreamTrack, wishedId: string | null) {
    this.#drop()
    this.#held = { track, wishedId, since: performance.now() }
    track.addEventListener('ended', () => void this.#ended(track))
  }

  /** Unplugged, or taken away: another of the kind takes its place, if there is one. */
  async #ended(track: MediaStreamTrack) {
    if (this.#held?.track !== track) return
    const shortLived = performance.now() - this.#held.since < shortLifeMs
    this.#drop()
    if (shortLived) this.#fail('failed')
    else if (this.#wish.on) await this.#settle()
    this.#options.onChange()
  }

  #fail(problem: DeviceProblem) {
    if (this.#wish.on) this.#problem = problem
    this.#wish = { ...this.#wish, on: false }
  }

  #putAside() {
    if (!this.#held || this.#options.keepMs === 0) return this.#drop()
    this.#held.track.enabled = false
    clearTimeout(this.#keeping)
    this.#keeping = setTimeout(() => this.#drop(), this.#options.keepMs)
  }

  #takeUp() {
    clearTimeout(this.#keeping)
    if (this.#held) this.#held.track.enabled = true
  }

  #drop() {
    clearTimeout(this.#keeping)
    this.#held?.track.stop()
    this.#held = null
  }
}
