/** What runs in the pages: each function is handed over as text and stands alone. */

/** What one page noted of somebody since a mark. */
export interface Noted {
  /** How loud their own pitch was in each window of ten milliseconds. */
  own: number[]
  /** How loud everything was, likewise. */
  all: number[]
  /** When another picture of theirs was shown (milliseconds of the page's clock), and which. */
  pictures: [at: number, number: number][]
}

declare global {
  interface Window {
    noted: {
      mark(): void
      since(): Record<string, Noted>
      /** How many connections are up. */
      connections(): number
      /** What the tiles and the notices say that isn't well, each once. */
      said: string[]
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

/**
 * Listens to and looks at everybody's tile from within: the sound of the track that the page plays at that moment, by a
 * worklet that follows in the same task when the page changes it, and the pictures that the element shows.
 */
export function takeNotes({ pitches, listener }: { pitches: Record<string, number>; listener: string }): void {
  type Person = Noted & {
    stream: MediaStream
    node: AudioWorkletNode
    sources: Map<string, MediaStreamAudioSourceNode>
  }
  const people = new Map<string, Person>()
  const marks = new Map<string, { windows: number; pictures: number }>()
  const connections: RTCPeerConnection[] = []
  const said: string[] = []
  let audio: AudioContext | null = null

  const follow = (stream: MediaStream) => {
    for (const person of people.values()) {
      if (person.stream !== stream || audio === null) continue
      const tracks = stream.getAudioTracks()
      for (const [id, source] of person.sources) {
        if (tracks.some((track) => track.id === id)) continue
        source.disconnect()
        person.sources.delete(id)
      }
      for (const track of tracks) {
        if (person.sources.has(track.id)) continue
        const source = audio.createMediaStreamSource(new MediaStream([track]))
        source.connect(person.node)
        person.sources.set(track.id, source)
      }
    }
  }
  for (const change of ['addTrack', 'removeTrack'] as const) {
    const original = MediaStream.prototype[change]
    MediaStream.prototype[change] = function (this: MediaStream, track: MediaStreamTrack) {
      original.call(this, track)
      follow(this)
    }
  }
  const Original = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Original {
    constructor(settings?: RTCConfiguration) {
      super(settings)
      connections.push(this)
    }
  }

  const strip = new OffscreenCanvas(64, 1).getContext('2d', { willReadFrequently: true })
  const numberIn = (video: HTMLVideoElement) => {
    strip?.drawImage(video, 0, video.videoHeight / 9, video.videoWidth, 1, 0, 0, 64, 1)
    const pixels = strip?.getImageData(0, 0, 64, 1).data
    let number = 0
    for (let bit = 0; bit < 16; bit += 1) if ((pixels?.[(bit * 4 + 2) * 4] ?? 0) > 127) number += 1 << bit
    return number
  }
  const watch = (name: string, video: HTMLVideoElement) => {
    const next = () => {
      const pictures = people.get(name)?.pictures
      const number = numberIn(video)
      if (pictures !== undefined && pictures.at(-1)?.[1] !== number) pictures.push([performance.now(), number])
      if (video.isConnected) video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
  }
  const look = () => {
    for (const tile of document.querySelectorAll('[role=group][aria-label]')) {
      const name = tile.getAttribute('aria-label') ?? ''
      const video = tile.querySelector('video')
      const stream = video?.srcObject
      const hertz = pitches[name]
      const trouble = tile.querySelector('.tile-connection')?.textContent
      if (trouble && !said.includes(`${name}: ${trouble}`)) said.push(`${name}: ${trouble}`)
      if (audio === null || !video || !(stream instanceof MediaStream) || hertz === undefined) continue
      if (people.get(name)?.stream === stream) continue
      const node = new AudioWorkletNode(audio, 'ear', { processorOptions: { hertz } })
      const person: Person = { own: [], all: [], pictures: [], stream, node, sources: new Map() }
      node.port.onmessage = ({ data }: { data: [number, number][] }) => {
        person.own.push(...data.map(([own]) => own))
        person.all.push(...data.map(([, all]) => all))
      }
      people.set(name, person)
      marks.delete(name)
      follow(stream)
      watch(name, video)
    }
    for (const alert of document.querySelectorAll('[role=alert]')) {
      const text = alert.textContent.trim()
      if (text !== '' && !said.includes(text)) said.push(text)
    }
  }
  const begin = async () => {
    const context = new AudioContext()
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([listener], { type: 'text/javascript' })))
    audio = context
    setInterval(look, 100)
  }
  document.addEventListener('DOMContentLoaded', () => void begin())

  window.noted = {
    said,
    mark() {
      said.length = 0
      for (const [name, { own, pictures }] of people)
        marks.set(name, { windows: own.length, pictures: pictures.length })
    },
    since() {
      return Object.fromEntries(
        [...people].map(([name, { own, all, pictures }]) => {
          const from = marks.get(name) ?? { windows: 0, pictures: 0 }
          return [
            name,
            { own: own.slice(from.windows), all: all.slice(from.windows), pictures: pictures.slice(from.pictures) },
          ]
        }),
      )
    },
    connections: () => connections.filter(({ connectionState }) => connectionState === 'connected').length,
  }
}
