import { ClientMessage, Refusal } from '@samtale/protocol'
import { ParticipantMedia } from '../../packages/server/src/features/meetings/participant-media.ts'
import { MediaRefused, type MediaEngine, type MediaRouter } from '../../packages/server/src/platform/media/engine.ts'
import { createMediasoupEngine } from '../../packages/server/src/platform/media/mediasoup/engine.ts'
import { workerSettings } from '../../packages/server/media-worker/settings.ts'
import type { Guest, Room } from './room.ts'

/** A real media engine with one worker; resolves when it routes. */
export async function startEngine() {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const engine = createMediasoupEngine({
    binary: workerSettings(process.env),
    port: 0,
    workers: 1,
    announcedAddress: null,
    log: quiet,
  })
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      const status = engine.status()
      if (status.state === 'ready') resolve()
      if (status.state === 'unavailable') reject(new Error(status.trouble.detail))
    }
    engine.onStatus(look)
    look()
  })
  return engine
}

/** How long a router that is no longer the path goes on (rule M4). */
const lingerMs = 20_000

/** What the server does for a meeting's media, without the rest of the server. */
export class RouterDesk {
  readonly #room: Room
  readonly #engine: MediaEngine
  #router: MediaRouter | null = null
  #media = new Map<string, ParticipantMedia>()
  #generation = 1
  #moving = false

  constructor(room: Room, engine: MediaEngine) {
    this.#room = room
    this.#engine = engine
    room.handle = (guest, type, params) => {
      if (type === 'direct.failed') return this.#directFailed()
      return this.#handle(guest, ClientMessage.parse({ id: 1, type, ...Object(params) }))
    }
    room.onLeave = (guest) => this.#media.get(guest.id)?.close()
  }

  async toRouter(): Promise<void> {
    this.#moving = true
    const router = await this.#engine.createRouter().finally(() => {
      this.#moving = false
    })
    this.#leaveRouter()
    this.#router = router
    this.#generation += 1
    const { rtpCapabilities } = router
    this.#room.changePath({ mode: 'router', generation: this.#generation, rtpCapabilities })
  }

  toDirect(): void {
    this.#leaveRouter()
    this.#generation += 1
    this.#room.changePath({ mode: 'direct', generation: this.#generation })
  }

  interrupted(): void {
    this.#router?.close()
    this.#router = null
    this.#media = new Map()
    this.#generation += 1
    this.#room.changePath({ mode: 'interrupted', generation: this.#generation })
  }

  /** Forgets a participant's transports, as if they had never been made. */
  forget(guest: Guest): void {
    const ended = this.#media.get(guest.id)?.close() ?? []
    this.#media.delete(guest.id)
    this.#room.unpublish(guest, ended)
  }

  /** Both of a pair say so. */
  async #directFailed(): Promise<void> {
    if (!this.#moving && !this.#router) await this.toRouter()
  }

  #leaveRouter() {
    const router = this.#router
    this.#router = null
    for (const media of this.#media.values()) media.retire()
    this.#media = new Map()
    if (router) setTimeout(() => router.close(), lingerMs).unref()
  }

  async #handle(guest: Guest, message: ClientMessage): Promise<unknown> {
    if (!this.#router) throw new Refusal('mode.direct')
    const media = this.#media.get(guest.id) ?? new ParticipantMedia(this.#router, guest.id)
    this.#media.set(guest.id, media)
    try {
      return await answer(message, media, guest, this.#room)
    } catch (error) {
      throw error instanceof MediaRefused ? new Refusal('media.refused') : error
    }
  }
}

async function answer(message: ClientMessage, media: ParticipantMedia, guest: Guest, room: Room): Promise<unknown> {
  switch (message.type) {
    case 'transport.create': {
      const { parameters, ended } = await media.createTransport(message.direction)
      room.unpublish(guest, ended)
      return parameters
    }
    case 'transport.connect':
      return media.connect(message.transportId, message.dtlsParameters)
    case 'transport.restart':
      return { iceParameters: await media.restartIce(message.transportId) }
    case 'publish': {
      const publication = await media.publish(message.transportId, message.slot, message.rtpParameters)
      room.publish(guest, publication)
      return { publicationId: publication.id }
    }
    case 'publication.pause':
      return media.setPaused(message.publicationId, message.paused)
    case 'subscribe': {
      const { transportId, publicationId, rtpCapabilities } = message
      const consumer = await media.subscribe(transportId, publicationId, rtpCapabilities)
      return { subscriptionId: consumer.id, kind: consumer.kind, rtpParameters: consumer.rtpParameters }
    }
    case 'subscription.start':
      return media.start(message.subscriptionId)
    case 'subscription.prefer':
      return media.preferLayer(message.subscriptionId, message.spatialLayer)
    default:
      throw new Refusal('message.unknown')
  }
}
