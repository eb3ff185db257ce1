import { kindOf, slots, type Slot } from '@samtale/protocol'
import type { types } from 'mediasoup-client'
import type { LocalTracks } from './active-path.ts'
import { applyEncodings, routerEncodings } from './encodings.ts'
import type { FrameTransform, FrameTransforms } from './frame-transform.ts'
import type { MediaSignalling } from './meeting-media.ts'
import { backOffMs, remedyFor, Unattached, Unsealable } from './router-errors.ts'
import { attachOrEnd, type RouterSession } from './router-session.ts'
import { sealableAmong } from './sealable-codecs.ts'
import { SealedSender, standInFor } from './sealed-sender.ts'
import { createSerial } from './serial.ts'

interface Published {
  producer: types.Producer
  sender: SealedSender
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
    for (const { sender } of this.#published.values()) sender.stop()
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
    else if (usable) this.#published.set(slot, await this.#publish(slot, usable))
  }

  async #publish(slot: Slot, track: MediaStreamTrack): Promise<Published> {
    const standIn = standInFor(track)
    let published: Published | undefined
    const onFirst = () => published?.sender.proven()
    try {
      const { producer, transform } = await this.#produce(slot, standIn.track, onFirst)
      const sender = new SealedSender((next) => producer.replaceTrack({ track: next }), transform, standIn)
      published = { producer, sender, paused: false }
    } catch (error) {
      standIn.track.stop()
      throw error
    }
    if (this.#closed) published.sender.stop()
    await published.sender.set(track)
    return published
  }

  async #produce(slot: Slot, track: MediaStreamTrack, onFirst: () => void) {
    const { session, transforms, onLost } = this.#options
    let transform: FrameTransform | undefined
    const producer = await session.send.produce({
      track,
      encodings: routerEncodings(slot, track.getSettings().height),
      ...codecOptions(slot, session.device),
      stopTracks: false,
      disableTrackOnPause: false,
      streamId: slot === 'screen' || slot === 'screen-audio' ? 'screen' : 'face',
      appData: { slot },
      onRtpSender: (sender) => {
        const label = { direction: 'send', slot, participantId: '' } as const
        transform = attachOrEnd(session, () => transforms.attach(sender, label, { onFirst, onBypass: onLost }))
        this.#attached.push(transform)
      },
    })
    if (!transform) throw new Unattached('mediasoup-client told of no sender')
    return { producer, transform }
  }

  async #replace(slot: Slot, published: Published, track: MediaStreamTrack | null) {
    const { producer, sender } = published
    const paused = track === null
    await sender.set(track)
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

/**
 * VP8 for pictures; Opus with forward error correction and without pauses in silence (which would tell who speaks).
 * @throws where the router has no codec that can be sealed.
 */
function codecOptions(slot: Slot, device: types.Device): Pick<types.ProducerOptions, 'codec' | 'codecOptions'> {
  const codec = sealableAmong(device.sendRtpCapabilities.codecs, kindOf(slot))
  if (!codec) throw new Unsealable('the router offers no codec that can be sealed')
  if (kindOf(slot) === 'video') return { codec, codecOptions: { videoGoogleStartBitrate: startKilobits } }
  return { codec, codecOptions: { opusFec: true, opusDtx: false, opusStereo: slot === 'screen-audio' } }
}
