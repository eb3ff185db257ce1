/** What is shared of the screen, until it is stopped here or by the browser's own bar. */
export class ScreenShare {
  readonly #onChange: () => void
  #stream: MediaStream | null = null
  #asked = 0

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  view(): { on: boolean; video: MediaStreamTrack | null; audio: MediaStreamTrack | null } {
    const video = this.#stream?.getVideoTracks()[0] ?? null
    return { on: video !== null, video, audio: this.#stream?.getAudioTracks()[0] ?? null }
  }

  /** Resolves to false where the person cancelled or the browser can't. */
  async start(): Promise<boolean> {
    this.#asked += 1
    const asked = this.#asked
    const stream = await askForScreen()
    if (stream && asked === this.#asked) this.#hold(stream)
    else for (const track of stream?.getTracks() ?? []) track.stop()
    return this.#stream !== null
  }

  stop(): void {
    this.#asked += 1
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = null
    this.#onChange()
  }

  #hold(stream: MediaStream) {
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = stream
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (this.#stream === stream) this.stop()
    })
    this.#onChange()
  }
}

async function askForScreen(): Promise<MediaStream | null> {
  // Hints that not every browser, and not TypeScript's library, knows: not this page itself; the system's sound too.
  const hints = { selfBrowserSurface: 'exclude', surfaceSwitching: 'include', systemAudio: 'include' }
  try {
    return await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 }, width: { max: 1920 }, height: { max: 1080 } },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      ...hints,
    })
  } catch {
    return null
  }
}
