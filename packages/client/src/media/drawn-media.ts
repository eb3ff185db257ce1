import { createStore } from '../store.ts'
import { drawPicture, type DrawnPicture } from './drawn-picture.ts'
import { drawTone, type DrawnTone } from './drawn-tone.ts'
import type { InputView, LocalMedia, LocalMediaView } from './local-media.ts'

/** A picture and a tone in place of devices, for guests that show what a call is like. `toneHz` is the tone's pitch. */
export function createDrawnMedia(options: { label: string; toneHz: number }): LocalMedia {
  return new DrawnMedia(options.label, options.toneHz)
}

const width = 320
const height = 180

class DrawnMedia implements LocalMedia {
  readonly #label: string
  readonly #toneHz: number
  readonly #store = createStore<LocalMediaView>({
    microphone: input(null),
    camera: input(null),
    screen: { on: false, video: null, audio: null },
    speakers: { chosenId: null, choices: [] },
  })
  #tone: DrawnTone | null = null
  #picture: DrawnPicture | null = null
  #screen: DrawnPicture | null = null

  constructor(label: string, toneHz: number) {
    this.#label = label
    this.#toneHz = toneHz
  }

  view(): LocalMediaView {
    return this.#store.get()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** Below what counts as speaking. */
  level(): number {
    return this.#tone ? 0.01 : 0
  }

  setMicrophone(on: boolean): Promise<void> {
    if (on === (this.#tone !== null)) return Promise.resolve()
    this.#tone?.stop()
    this.#tone = on ? drawTone(this.#toneHz) : null
    this.#update({ microphone: input(this.#tone?.track ?? null) })
    return Promise.resolve()
  }

  setCamera(on: boolean): Promise<void> {
    if (on === (this.#picture !== null)) return Promise.resolve()
    this.#picture?.stop()
    this.#picture = on ? drawPicture(this.#label, width, height) : null
    this.#update({ camera: input(this.#picture?.track ?? null) })
    return Promise.resolve()
  }

  startScreen(): Promise<boolean> {
    this.#screen ??= drawPicture(`${this.#label}: screen`, width * 2, height * 2)
    this.#update({ screen: { on: true, video: this.#screen.track, audio: null } })
    return Promise.resolve(true)
  }

  stopScreen(): void {
    this.#screen?.stop()
    this.#screen = null
    this.#update({ screen: { on: false, video: null, audio: null } })
  }

  close(): void {
    void this.setMicrophone(false)
    void this.setCamera(false)
    this.stopScreen()
  }

  // There is nothing to choose from.
  chooseMicrophone(): Promise<void> {
    return Promise.resolve()
  }
  chooseCamera(): Promise<void> {
    return Promise.resolve()
  }
  chooseSpeaker(): void {}

  #update(change: Partial<LocalMediaView>) {
    this.#store.set({ ...this.#store.get(), ...change })
  }
}

function input(track: MediaStreamTrack | null): InputView {
  return { on: track !== null, starting: false, track, problem: null, chosenId: null, choices: [] }
}
