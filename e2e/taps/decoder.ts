import type { Page } from '@playwright/test'
import { decodeHeader } from '../../packages/client/src/sframe/header.ts'
import type { Frame } from './rtp.ts'

/** What the browser's own decoders made of streams. */
export interface Decoded {
  /** Pictures, of all streams. */
  pictures: number
  /** Colours of their upper left corner, as hues of 0 to 359, without doubles. */
  hues: number[]
  /** Of the frequencies that were asked for, those that some stream sounds at. */
  tones: number[]
}

interface Chunk {
  key: boolean
  /** Microseconds. */
  timestamp: number
  /** base64 */
  data: string
}

/**
 * Gives every stream to a decoder of its own, beginning anew at each whole picture after a failure. The page has to be one
 * of a secure address, as WebCodecs wants.
 */
export async function decode(page: Page, streams: readonly (readonly Frame[])[], tones: number[]): Promise<Decoded> {
  const given = streams.map((frames) => ({
    codec: frames[0]?.codec ?? 'opus',
    chunks: frames.map(({ codec, key, timestamp, data }): Chunk => ({
      key,
      timestamp: Math.round((timestamp * 1_000_000) / (codec === 'opus' ? 48_000 : 90_000)),
      data: data.toString('base64'),
    })),
  }))
  return page.evaluate(decodeHere, { streams: given, tones })
}

/** A frame without what sealing adds around it (RFC 9605 §4.2), for who hopes that the rest is readable. */
export function withoutSeal(frame: Frame): Frame {
  const clear = frame.codec === 'vp8' ? 1 : 0
  const tag = frame.codec === 'vp8' ? 16 : 4
  const header = decodeHeader(frame.data.subarray(clear))?.length ?? 0
  const body = frame.data.subarray(clear + header, Math.max(clear + header, frame.data.length - tag))
  return { ...frame, data: Buffer.concat([frame.data.subarray(0, clear), body]) }
}

/** Runs in the page. */
async function decodeHere({
  streams,
  tones,
}: {
  streams: { codec: 'opus' | 'vp8'; chunks: Chunk[] }[]
  tones: number[]
}): Promise<Decoded> {
  const hues = new Set<number>()
  const heard = new Set<number>()
  let pictures = 0
  const pen = new OffscreenCanvas(16, 9).getContext('2d', { willReadFrequently: true })

  function see(frame: VideoFrame) {
    pictures += 1
    pen?.drawImage(frame, 0, 0, 16, 9)
    frame.close()
    const [red = 0, green = 0, blue = 0] = pen?.getImageData(0, 0, 1, 1).data ?? []
    const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
    if (most === least) return
    const part = (first: number, second: number, before: number) => before + (first - second) / (most - least)
    const sixth = most === red ? part(green, blue, 6) : most === green ? part(blue, red, 2) : part(red, green, 4)
    hues.add(Math.round(sixth * 60) % 360)
  }

  /** Goertzel's algorithm: what part of the sound's power is at this frequency. */
  function shareOf(sound: Float32Array, hertz: number) {
    const turn = 2 * Math.cos((2 * Math.PI * hertz) / 48_000)
    let [one, two, power] = [0, 0, 0]
    for (const sample of sound) {
      ;[one, two] = [sample + turn * one - two, one]
      power += sample * sample
    }
    return power < 1e-3 ? 0 : (2 * (one * one + two * two - turn * one * two)) / (sound.length * power)
  }

  function listenTo(parts: Float32Array[]) {
    const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    for (let start = 0; start + 4_800 <= whole.length; start += 4_800) {
      const window = whole.subarray(start, start + 4_800)
      for (const hertz of tones) if (shareOf(window, hertz) > 0.5) heard.add(hertz)
    }
  }

  async function decodeStream(codec: 'opus' | 'vp8', chunks: Chunk[]) {
    const sound: Float32Array[] = []
    const open = () => {
      const error = () => undefined
      if (codec === 'vp8') {
        const video = new VideoDecoder({ output: see, error })
        video.configure({ codec: 'vp8' })
        return video
      }
      const output = (data: AudioData) => {
        const part = new Float32Array(data.numberOfFrames)
        data.copyTo(part, { planeIndex: 0, format: 'f32-planar' })
        sound.push(part)
        data.close()
      }
      const audio = new AudioDecoder({ output, error })
      audio.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 })
      return audio
    }
    let decoder = open()
    for (const { key, timestamp, data } of chunks) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
      const fields = { type: key ? 'key' : 'delta', timestamp, data: bytes } as const
      if (key && codec === 'vp8') await decoder.flush().catch(() => undefined)
      if (decoder.state === 'closed') decoder = open()
      try {
        if (decoder instanceof VideoDecoder) decoder.decode(new EncodedVideoChunk(fields))
        else decoder.decode(new EncodedAudioChunk(fields))
      } catch {
        // Not a frame to begin with, or the decoder has given up: the next whole one may do better.
      }
    }
    await decoder.flush().catch(() => undefined)
    if (decoder.state !== 'closed') decoder.close()
    listenTo(sound)
  }

  for (const { codec, chunks } of streams) await decodeStream(codec, chunks)
  return { pictures, hues: [...hues].sort((a, b) => a - b), tones: [...heard].sort((a, b) => a - b) }
}
