/**
 * One's own microphone, camera and screen: permission, choice of device, on and off, level.
 * Off means off: the camera's and the microphone's tracks are stopped, so the light goes out.
 * (A muted microphone is stopped after five seconds; until then its track is disabled, so that a short mute is instant.)
 */
export type DeviceProblem =
  /** The person or the browser said no. */
  | 'denied'
  /** Another program has it. */
  | 'busy'
  /** There is none, or it was unplugged. */
  | 'missing'
  /** The browser can't, or the page isn't secure. */
  | 'unsupported'
  | 'failed'

export interface DeviceChoice {
  id: string
  label: string
}

export interface InputView {
  on: boolean
  /** Being asked for at this moment. */
  starting: boolean
  track: MediaStreamTrack | null
  problem: DeviceProblem | null
  chosenId: string | null
  choices: DeviceChoice[]
}

export interface LocalMediaView {
  microphone: InputView
  camera: InputView
  screen: { on: boolean; video: MediaStreamTrack | null; audio: MediaStreamTrack | null }
  speakers: { chosenId: string | null; choices: DeviceChoice[] }
}

/** An external store: `view()` is the same object until something changed. */
export interface LocalMedia {
  view(): LocalMediaView
  subscribe(listener: () => void): () => void
  /** Loudness of the microphone now, 0 to 1; read by the level meter at its own pace. */
  level(): number
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean): Promise<void>
  chooseMicrophone(deviceId: string): Promise<void>
  chooseCamera(deviceId: string): Promise<void>
  chooseSpeaker(deviceId: string): void
  /** Opens the browser's chooser. Resolves to false where the person cancelled or the browser can't. */
  startScreen(): Promise<boolean>
  stopScreen(): void
  /** Stops every track. */
  close(): void
}
