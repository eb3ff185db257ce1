import { createStore } from '../store.ts'
import { DeviceInput } from './device-input.ts'
import { LevelMeter } from './level-meter.ts'
import type { LocalMedia, LocalMediaView } from './local-media.ts'
import { listDevices } from './open-device.ts'
import { ScreenShare } from './screen-share.ts'

export interface LocalMediaOptions {
  /** Added to, or in place of, what is asked of the devices. */
  constraints?: { audio?: MediaTrackConstraints; video?: MediaTrackConstraints }
}

const audio: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
const video: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24, max: 30 },
}

/** How long a muted microphone is kept open, so that a short mute is instant. */
const keepMicrophoneMs = 5_000

/** The person's own devices. */
export function createLocalMedia(options: LocalMediaOptions = {}): LocalMedia {
  return new DeviceMedia(options)
}

class DeviceMedia implements LocalMedia {
  readonly #microphone: DeviceInput
  readonly #camera: DeviceInput
  readonly #screen = new ScreenShare(() => this.#changed())
  readonly #meter = new LevelMeter()
  readonly #devicesChanged = () => void this.#list()
  readonly #store
  #speakers: LocalMediaView['speakers'] = { chosenId: null, choices: [] }
  #closed = false

  constructor({ constraints }: LocalMediaOptions) {
    const onChange = () => this.#changed()
    const ofMicrophone = { ...audio, ...constraints?.audio }
    const ofCamera = { ...video, ...constraints?.video }
    this.#microphone = new DeviceInput({ kind: 'audio', constraints: ofMicrophone, keepMs: keepMicrophoneMs, onChange })
    this.#camera = new DeviceInput({ kind: 'video', constraints: ofCamera, keepMs: 0, onChange })
    this.#store = createStore(this.#build())
    globalThis.navigator?.mediaDevices?.addEventListener('devicechange', this.#devicesChanged)
    void this.#list()
  }

  view(): LocalMediaView {
    return this.#store.get()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  level(): number {
    return this.#meter.read()
  }

  async setMicrophone(on: boolean): Promise<void> {
    await this.#microphone.set(on)
    if (on) await this.#list()
  }

  async setCamera(on: boolean): Promise<void> {
    await this.#camera.set(on)
    if (on) await this.#list()
  }

  chooseMicrophone(deviceId: string): Promise<void> {
    return this.#microphone.choose(deviceId)
  }

  chooseCamera(deviceId: string): Promise<void> {
    return this.#camera.choose(deviceId)
  }

  chooseSpeaker(deviceId: string): void {
    this.#speakers = { ...this.#speakers, chosenId: deviceId }
    this.#changed()
  }

  startScreen(): Promise<boolean> {
    return this.#screen.start()
  }

  stopScreen(): void {
    this.#screen.stop()
  }

  close(): void {
    this.#closed = true
    globalThis.navigator?.mediaDevices?.removeEventListener('devicechange', this.#devicesChanged)
    this.#microphone.close()
    this.#camera.close()
    this.#screen.stop()
    this.#meter.close()
    this.#changed()
  }

  /** Names of devices are known only after permission, so this is done after each opening too. */
  async #list() {
    const kinds = ['audioinput', 'videoinput', 'audiooutput'] as const
    const [microphones, cameras, speakers] = await Promise.all(kinds.map(listDevices))
    if (this.#closed) return
    const chosenId = speakers?.some(({ id }) => id === this.#speakers.chosenId) ? this.#speakers.chosenId : null
    this.#speakers = { chosenId, choices: speakers ?? [] }
    this.#microphone.setChoices(microphones ?? [])
    this.#camera.setChoices(cameras ?? [])
  }

  #changed() {
    const next = this.#build()
    this.#meter.setTrack(this.#closed ? null : next.microphone.track)
    const before = this.#store.get()
    if (!sameView(before, next)) this.#store.set(next)
  }

  #build(): LocalMediaView {
    return {
      microphone: this.#microphone.view(),
      camera: this.#camera.view(),
      screen: this.#screen.view(),
      speakers: this.#speakers,
    }
  }
}

/** Whether two values are the same: tracks by identity, plain objects and lists by what they hold. */
function sameView(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => sameView(a[key], b[key]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}
