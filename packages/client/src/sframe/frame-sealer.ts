import { toBase64url } from '../sealing/base64url.ts'
import { clearBytesOf, mediaKindOf, metadataOf, type TrackKind } from './clear-bytes.ts'
import { joined } from './frame-cipher.ts'
import { createFrameKey, type FrameKey } from './frame-key.ts'
import { keyIdOf } from './key-id.ts'
import { suiteOf } from './suites.ts'

/** A key to send under. It is given out once by the group (`SendKeys`), so no two sealers ever have the same. */
export interface SendKey {
  epoch: number
  leaf: number
  baseKey: Uint8Array<ArrayBuffer>
}

/** Why a frame wasn't sent. */
export type Withheld = 'no-key' | 'codec' | 'exhausted'

/** Seals every frame that leaves: of all tracks and layers, on all connections. */
export interface FrameSealer {
  /**
   * From the answer on, frames are sealed under this key.
   * @throws Error where it was used before, or its epoch isn't later than those since the last stop.
   */
  use(key: SendKey): Promise<void>
  /** Nothing is sealed until the next key, which may be another group's. */
  stop(): void
  /** Null where the frame must not be sent. */
  seal(track: TrackKind, frame: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>
  readonly sealed: number
  readonly withheld: Readonly<Record<Withheld, number>>
}

/** Frames under one key: far below what its ciphers bear, and four bytes in the header. */
const mostFrames = 2 ** 32

interface Using {
  audio: FrameKey
  video: FrameKey
  /** The next frame's. One for all tracks: the key is the same. */
  counter: number
}

export function createFrameSealer(): FrameSealer {
  let using: Using | null = null
  let latestEpoch = -1
  const used = new Set<string>()
  let sealed = 0
  const withheld: Record<Withheld, number> = { 'no-key': 0, codec: 0, exhausted: 0 }
  const withhold = (reason: Withheld) => {
    withheld[reason] += 1
    return null
  }
  return {
    async use({ epoch, leaf, baseKey }) {
      const fingerprint = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', baseKey)))
      if (epoch <= latestEpoch || used.has(fingerprint)) throw new Error('a key to send under is used once')
      used.add(fingerprint)
      latestEpoch = epoch
      const kid = keyIdOf(epoch, leaf)
      const [audio, video] = await Promise.all([
        createFrameKey(suiteOf.audio, kid, baseKey),
        createFrameKey(suiteOf.video, kid, baseKey),
      ])
      // A later key may have come while this one was derived.
      if (epoch === latestEpoch) using = { audio, video, counter: 0 }
    },
    stop() {
      using = null
      latestEpoch = -1
    },
    async seal(track, frame) {
      const clear = clearBytesOf(track)
      if (clear === null || frame.length < clear) return withhold('codec')
      if (using === null) return withhold('no-key')
      if (using.counter >= mostFrames) return withhold('exhausted')
      // Taken before anything is awaited: two frames at once never have the same.
      const counter = using.counter++
      const head = frame.slice(0, clear)
      const body = await using[mediaKindOf(track)].seal(counter, metadataOf(track, head), frame.slice(clear))
      sealed += 1
      return joined(head, body)
    },
    get sealed() {
      return sealed
    },
    withheld,
  }
}
