import { kindOf, slots, type Slot } from '@samtale/protocol'
import type { types } from 'mediasoup-client'
import type { LocalTracks } from './active-path.ts'
import { applyEncodings, routerEncodings } from './encodings.ts'
import type { FrameTransform, FrameTransforms } from './frame-transform.ts'
import type { MediaSignalling } from './meeting-media.ts'
import { backOffMs, remedyFor } from './router-errors.ts'
import type { RouterSession } from './router-session.ts'
import { createSerial } from './serial.ts'

interface Published {
  producer: types.Producer
  paused: boolean
}

export interface PublisherOptions {
  session: RouterSession
  signalling: MediaSignalling
  transforms: FrameTransforms
  tracks: Readonly<LocalTracks>
  /** The session is of no use any more. */
  onLost(): void
}

/** Sends the local tracks to the router. A slot is published with its first track and stays, paused without one. */
export class RouterPublisher {
  readonly #options: PublisherOptions
  readonly #published = new Map<Slot, Published>()
  readonly #attached: FrameTransform[] = []
  readonly #queues = new Map(slots.map((slot) => [slot, createSerial()]))
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #closed = false

  constructor(options: PublisherOptions) {
    this.#options = options
    for (const slot of slots) this.update(slot)
  }

  /** Brings what is sent in line with the tracks. */
  update(slot: Slot, failures = 0): void {
    this.#queues.get(slot)?.run(async () => {
      try {
        await this.#settle(slot)
      } catch (error) {
        if (!this.#closed) this.#recover(slot, error, failures + 1)
      }
    })
  }

  /** The producers end with the session's transport. */
  close(): void {
    this.#closed = true
    for (const queue of this.#queues.values()) queue.stop()
    for (const timer of this.#timers) clearTimeout(timer)
    for (const transform of this.#attached) transform.forget()
  }

  #recover(slot: Slot, error: unknown, failures: number) {
    const remedy = remedyFor(error)
    if (remedy === 'new-session') this.#options.onLost()
    if (remedy === 'again') this.#timers.add(setTimeout(() => this.update(slot, failures), backOffMs(failures)))
  }

  async #settle(slot: Slot) {
    const track = this.#options.tracks[slot]
    const usable = track?.readyState === 'live' ? track : null
    const published = this.#published.get(slot)
    if (published) await this.#replace(slot, published, usable)
    else if (usable) this.#published.set(slot, { producer: await this.#publish(slot, usable), paused: false })
  }

  #publish(slot: Slot, track: MediaStreamTrack): Promise<types.Producer> {
    const { session, transforms } = this.#options
    return session.send.produce({
      track,
      encodings: routerEncodings(slot, track.getSettings().height),
      ...codecOptions(slot, session.device),
      stopTracks: false,
      disableTrackOnPause: false,
      streamId: slot === 'screen' || slot === 'screen-audio' ? 'screen' : 'face',
      appData: { slot },
      onRtpSender: (sender) => {
        this.#attached.push(transforms.attach(sender, { direction: 'send', slot, participantId: '' }))
      },
    })
  }

  async #replace(slot: Slot, published: Published, track: MediaStreamTrack | null) {
    const { producer } = published
    const paused = track === null
    await producer.replaceTrack({ track })
    if (track && producer.rtpSender) {
      await applyEncodings(producer.rtpSender, routerEncodings(slot, track.getSettings().height))
    }
    if (paused === published.paused) return
    await this.#options.signalling.request('publication.pause', { publicationId: producer.id, paused })
    published.paused = paused
  }
}

/** Chromium's own first guess, 300 kb/s, leaves the large layer out until it has measured for some seconds. */
const startKilobits = 800

/** VP8 for pictures; Opus with forward error correction and without pauses in silence (which would tell who speaks). */
function codecOptions(slot: Slot, device: types.Device): Pick<types.ProducerOptions, 'codec' | 'codecOptions'> {
  if (kindOf(slot) === 'audio') {
    return { codecOptions: { opusFec: true, opusDtx: false, opusStereo: slot === 'screen-audio' } }
  }
  const codec = device.sendRtpCapabilities.codecs?.find((one) => one.mimeType.toLowerCase() === 'video/vp8')
  return { ...(codec ? { codec } : {}), codecOptions: { videoGoogleStartBitrate: startKilobits } }
}
