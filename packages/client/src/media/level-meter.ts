import { openAudioContext } from './audio-context.ts'

/** Tells how loud a track is now. */
export class LevelMeter {
  #audio: ReturnType<typeof openAudioContext> = null
  #track: MediaStreamTrack | null = null
  #source: MediaStreamAudioSourceNode | null = null
  #analyser: AnalyserNode | null = null
  #samples = new Float32Array(1_024)

  setTrack(track: MediaStreamTrack | null): void {
    if (track === this.#track) return
    this.#track = track
    this.#source?.disconnect()
    this.#source = null
    if (!track) return
    this.#audio ??= openAudioContext()
    if (!this.#audio) return
    const { context } = this.#audio
    try {
      this.#analyser ??= new AnalyserNode(context, { fftSize: this.#samples.length })
      this.#source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) })
      this.#source.connect(this.#analyser)
    } catch {
      // Some browsers refuse a device whose sample rate isn't the context's; then there is no meter.
      this.#source = null
    }
  }

  /** Root mean square of the last 20 ms or so, 0 to 1; 0 while nothing is measured. */
  read(): number {
    if (!this.#source || !this.#analyser || this.#audio?.context.state !== 'running') return 0
    this.#analyser.getFloatTimeDomainData(this.#samples)
    const squares = this.#samples.reduce((sum, sample) => sum + sample * sample, 0)
    return Math.min(1, Math.sqrt(squares / this.#samples.length))
  }

  close(): void {
    this.setTrack(null)
    this.#audio?.close()
    this.#audio = null
    this.#analyser = null
  }
}
