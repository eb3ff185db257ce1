/** What runs in the pages: each function is handed over as text and stands alone, in the order of this file. */

/** What one page noted of somebody since a mark. */
export interface Noted {
  /** How loud their own pitch was in each window of ten milliseconds. */
  own: number[]
  /** How loud everything was, likewise. */
  all: number[]
  /** When another picture of theirs was shown (milliseconds of the page's clock), and which. */
  pictures: [at: number, number: number][]
  /** The time in which that was, by the page's clock. */
  from: number
  until: number
}

declare global {
  interface Window {
    bench: {
      /** By the names of the tiles. */
      noted: Map<string, Noted & { stream: MediaStream }>
      marks: Map<string, { windows: number; pictures: number; at: number }>
      /** What tiles and notices said that isn't well, each once. */
      said: Set<string>
      connections: RTCPeerConnection[]
      hear(noted: Noted, stream: MediaStream, hertz: number): void
      see(noted: Noted, video: HTMLVideoElement): void
    }
  }
}

/** A tone of this pitch, and twelve pictures a second whose number stands in them as sixteen black or white fields. */
export function giveCountedDevices(hertz: number): void {
  const [width, height, fields] = [320, 180, 16]
  const picture = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    let number = 0
    setInterval(() => {
      if (pen === null) return
      number += 1
      pen.fillStyle = `hsl(${hertz % 360} 35% 40%)`
      pen.fillRect(0, 0, width, height)
      pen.fillStyle = 'white'
      pen.fillRect(width / 2 + 60 * Math.sin(number / 10), 90, 40, 40)
      for (let bit = 0; bit < fields; bit += 1) {
        pen.fillStyle = (number >> bit) % 2 === 1 ? 'white' : 'black'
        pen.fillRect((bit * width) / fields, 0, width / fields, 40)
      }
    }, 1_000 / 12)
    return canvas.captureStream(12)
  }
  const sound = () => {
    const audio = new AudioContext()
    const destination = audio.createMediaStreamDestination()
    const tone = new OscillatorNode(audio, { frequency: hertz })
    tone.connect(new GainNode(audio, { gain: 0.25 })).connect(destination)
    tone.start()
    return destination.stream
  }
  navigator.mediaDevices.getUserMedia = async (wanted) =>
    new MediaStream([
      ...(wanted?.audio ? sound().getAudioTracks() : []),
      ...(wanted?.video ? picture().getVideoTracks() : []),
    ])
}

/** What listens on the audio thread. */
export const ear = `
    registerProcessor('ear', class extends AudioWorkletProcessor {
      constructor({ processorOptions: { hertz } }) {
        super()
        this.turn = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate)
        this.size = Math.round(sampleRate / 100)
        this.windows = []
        this.begin()
      }
      begin() {
        Object.assign(this, { count: 0, one: 0, two: 0, energy: 0 })
      }
      process([[samples]]) {
        for (let at = 0; at < 128; at += 1) this.take(samples?.[at] ?? 0)
        return true
      }
      take(sample) {
        const now = sample + this.turn * this.one - this.two
        this.two = this.one
        this.one = now
        this.energy += sample * sample
        this.count += 1
        if (this.count < this.size) return
        const power = this.one * this.one + this.two * this.two - this.turn * this.one * this.two
        this.windows.push([(2 * Math.sqrt(Math.max(0, power))) / this.size, Math.sqrt((2 * this.energy) / this.size)])
        this.begin()
        if (this.windows.length === 20) this.port.postMessage(this.windows.splice(0))
      }
    })`

/** Notes every connection that the page makes. */
export function noteConnections(): void {
  const nothing = () => undefined
  const connections: RTCPeerConnection[] = []
  window.bench = { noted: new Map(), marks: new Map(), said: new Set(), connections, hear: nothing, see: nothing }
  const Original = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Original {
    constructor(settings?: RTCConfiguration) {
      super(settings)
      connections.push(this)
    }
  }
}

/** Listens to the track that the page plays at each moment: follows in the same task when the page changes a stream's. */
export function noteSound(listener: string): void {
  const ears = new Map<MediaStream, { node: AudioWorkletNode; sources: Map<string, MediaStreamAudioSourceNode> }>()
  let audio: AudioContext | null = null
  const follow = (stream: MediaStream) => {
    const known = ears.get(stream)
    if (known === undefined || audio === null) return
    const tracks = stream.getAudioTracks()
    for (const [id, source] of known.sources) {
      if (tracks.some((track) => track.id === id)) continue
      source.disconnect()
      known.sources.delete(id)
    }
    for (const track of tracks) {
      if (known.sources.has(track.id)) continue
      const source = audio.createMediaStreamSource(new MediaStream([track]))
      source.connect(known.node)
      known.sources.set(track.id, source)
    }
  }
  for (const change of ['addTrack', 'removeTrack'] as const) {
    const original = MediaStream.prototype[change]
    MediaStream.prototype[change] = function (this: MediaStream, track: MediaStreamTrack) {
      original.call(this, track)
      follow(this)
    }
  }
  window.bench.hear = (noted, stream, hertz) => {
    if (audio === null) return
    const node = new AudioWorkletNode(audio, 'ear', { processorOptions: { hertz } })
    node.port.addEventListener('message', ({ data }: MessageEvent<[own: number, all: number][]>) => {
      noted.own.push(...data.map(([own]) => own))
      noted.all.push(...data.map(([, all]) => all))
    })
    node.port.start()
    ears.set(stream, { node, sources: new Map() })
    follow(stream)
  }
  const begin = async () => {
    const context = new AudioContext()
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([listener], { type: 'text/javascript' })))
    audio = context
    document.dispatchEvent(new Event('bench-ready'))
  }
  document.addEventListener('DOMContentLoaded', () => void begin())
}

/** Reads the number in each picture that a tile shows. */
export function notePictures(): void {
  const pen = new OffscreenCanvas(64, 1).getContext('2d', { willReadFrequently: true })
  const numberIn = (video: HTMLVideoElement) => {
    pen?.drawImage(video, 0, video.videoHeight / 9, video.videoWidth, 1, 0, 0, 64, 1)
    const pixels = pen?.getImageData(0, 0, 64, 1).data
    let number = 0
    for (let bit = 0; bit < 16; bit += 1) if ((pixels?.[(bit * 4 + 2) * 4] ?? 0) > 127) number += 1 << bit
    return number
  }
  window.bench.see = ({ pictures }, video) => {
    const next = () => {
      const number = numberIn(video)
      if (pictures.at(-1)?.[1] !== number) pictures.push([performance.now(), number])
      if (video.isConnected) video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
  }
}

/** Finds the tiles, and what the page says. */
export function noteTiles(pitches: Record<string, number>): void {
  const { bench } = window
  const begin = (name: string, video: HTMLVideoElement | null) => {
    const stream = video?.srcObject
    const hertz = pitches[name]
    if (video === null || !(stream instanceof MediaStream) || hertz === undefined) return
    if (bench.noted.get(name)?.stream === stream) return
    const noted = { own: [], all: [], pictures: [], from: performance.now(), until: Infinity, stream }
    bench.noted.set(name, noted)
    bench.marks.delete(name)
    bench.hear(noted, stream, hertz)
    bench.see(noted, video)
  }
  const look = () => {
    for (const tile of document.querySelectorAll('[role=group][aria-label]')) {
      const name = tile.getAttribute('aria-label') ?? ''
      const trouble = tile.querySelector('.tile-connection')?.textContent
      if (trouble) bench.said.add(`${name}: ${trouble}`)
      begin(name, tile.querySelector('video'))
    }
    for (const alert of document.querySelectorAll('[role=alert]')) bench.said.add(alert.textContent.trim())
  }
  document.addEventListener('bench-ready', () => setInterval(look, 100))
}

export function mark(): void {
  const { noted, marks, said } = window.bench
  said.clear()
  for (const [name, { own, pictures }] of noted) {
    marks.set(name, { windows: own.length, pictures: pictures.length, at: performance.now() })
  }
}

/** What was noted since the mark. */
export function sinceMark(): { people: Record<string, Noted>; said: string[] } {
  const { noted, marks, said } = window.bench
  const people = [...noted].map(([name, { own, all, pictures, from }]): [string, Noted] => {
    const begin = marks.get(name) ?? { windows: 0, pictures: 0, at: from }
    const since = {
      own: own.slice(begin.windows),
      all: all.slice(begin.windows),
      pictures: pictures.slice(begin.pictures),
    }
    return [name, { ...since, from: begin.at, until: performance.now() }]
  })
  return { people: Object.fromEntries(people), said: [...said] }
}

/** How the page says that the call goes, and how many connections are up. */
export function wayNow(): string {
  const up = window.bench.connections.filter(({ connectionState }) => connectionState === 'connected')
  return `${document.querySelector('.path-mark')?.textContent}, ${up.length}`
}
